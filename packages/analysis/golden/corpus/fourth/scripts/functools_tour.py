import functools
import operator
from functools import lru_cache, reduce, partial, wraps, singledispatch

calls = []


def logged(prefix):
    def decorator(fn):
        @wraps(fn)
        def inner(*args, **kwargs):
            calls.append(f"{prefix}:{fn.__name__}{args}")
            return fn(*args, **kwargs)
        return inner
    return decorator


@logged("call")
def add(a, b=1):
    """Add."""
    return a + b


@lru_cache(maxsize=None)
def ways(n):
    return 1 if n <= 1 else ways(n - 1) + ways(n - 2)


@singledispatch
def show(x):
    return f"obj {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return "list of " + ", ".join(show(i) for i in x)


total = add(1) + add(2, b=5)
name = add.__name__
doc = add.__doc__
w = ways(30)
info = ways.cache_info().hits
pipe = reduce(lambda f, g: lambda x: g(f(x)), [lambda x: x + 1, lambda x: x * 2, str])
piped = pipe(4)
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
inc_then_square = compose(lambda x: x ** 2, lambda x: x + 1)(3)
square = partial(pow, exp=2) if False else partial(lambda b, e: b ** e, e=2)
squares = list(map(square, [1, 2, 3]))
shown = [show(1), show("a"), show([1, 2.0])]
product = reduce(operator.mul, range(1, 6))
dot = sum(map(operator.mul, [1, 2, 3], [4, 5, 6]))
maxed = reduce(max, [3, 9, 2])
counter = functools.reduce(lambda acc, w: {**acc, w: acc.get(w, 0) + 1}, "a b a".split(), {})


class Model:
    def __init__(self, n):
        self.n = n
        self.computed = 0

    @functools.cached_property
    def table(self):
        self.computed += 1
        return [i ** 2 for i in range(self.n)]


m = Model(4)
t1, t2 = m.table, m.table
computed = m.computed


def make_counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count
    return step


c1, c2 = make_counter(), make_counter()
steps = [c1(), c1(5), c2(), c1()]
adders = [lambda x, i=i: x + i for i in range(3)]
late = [lambda x: x + i for i in range(3)]
early_vals = [f(10) for f in adders]
late_vals = [f(10) for f in late]


def kw(a, *args, sep="-", **opts):
    return sep.join(map(str, (a, *args))) + str(sorted(opts.items()))


kw1 = kw(1, 2, 3, sep="+", z=1, b=2)
