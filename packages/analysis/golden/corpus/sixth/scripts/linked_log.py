"""A tiny experiment log: properties, iterators, overloading, exceptions of one's own."""
import functools
import itertools
import operator


class LogError(Exception):
    def __init__(self, key, *, hint=None):
        super().__init__(f"no entry {key!r}")
        self.key = key
        self.hint = hint


class Entry:
    counter = itertools.count(1)

    def __init__(self, loss, **metrics):
        self.id = next(Entry.counter)
        self.loss = loss
        self.metrics = metrics

    def __getattr__(self, name):
        try:
            return self.__dict__["metrics"][name]
        except KeyError:
            raise AttributeError(name) from None

    def __lt__(self, other):
        return self.loss < other.loss

    def __str__(self):
        shown = ", ".join(f"{k}={v:.2f}" for k, v in sorted(self.metrics.items()))
        return f"#{self.id} loss={self.loss:.3f}" + (f" ({shown})" if shown else "")


class Log:
    def __init__(self, entries=()):
        self._entries = list(entries)

    def __iadd__(self, entry):
        self._entries.append(entry)
        return self

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Log(self._entries[key])
        try:
            return self._entries[key]
        except IndexError:
            raise LogError(key, hint="negative?") from None

    def __len__(self):
        return len(self._entries)

    def __iter__(self):
        yield from self._entries

    def __reversed__(self):
        return iter(self._entries[::-1])

    def __add__(self, other):
        return Log([*self, *other])

    @functools.cached_property
    def best(self):
        return min(self._entries)

    @property
    def losses(self):
        return [e.loss for e in self]

    @losses.setter
    def losses(self, values):
        for e, v in zip(self._entries, values):
            e.loss = v


log = Log()
for loss, acc in [(0.9, 0.5), (0.6, 0.7), (0.65, 0.72)]:
    log += Entry(loss, acc=acc)
log += Entry(0.7)
n = len(log)
best_text = str(log.best)
accs = [getattr(e, "acc", None) for e in log]
tail = [e.id for e in log[1:3]]
backwards = [e.loss for e in reversed(log)]
try:
    log[99]
except LogError as err:
    caught = f"{err} / {err.key} / {err.hint}"
else:
    caught = "nothing"
finally:
    closed = True
both = log + Log([Entry(0.1)])
size = len(both)
total = functools.reduce(operator.add, log.losses)
log.losses = [1, 2, 3, 4]
after = log.losses
smoothed = list(itertools.accumulate(after, lambda a, x: 0.9 * a + 0.1 * x))
pairs = [(a.id, b.id) for a, b in itertools.combinations(log, 2)]
first, *middle, last = log
ends = first.loss, last.loss, len(middle)
deltas = [b - a for a, b in itertools.pairwise(after)]
cycled = list(itertools.islice(itertools.cycle("ab"), 5))
