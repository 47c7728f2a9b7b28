from dataclasses import dataclass, field, replace, asdict, astuple
from enum import Enum
from typing import Optional, Dict


class Mode(Enum):
    TRAIN = "train"
    EVAL = "eval"

    @classmethod
    def parse(cls, text):
        return cls(text.lower())


@dataclass(frozen=True)
class Config:
    lr: float = 1e-3
    epochs: int = 5
    mode: Mode = Mode.TRAIN
    note: Optional[str] = None

    def decay(self, factor):
        return replace(self, lr=self.lr * factor)


@dataclass(order=True)
class Result:
    score: float
    name: str = field(compare=False)
    extra: Dict[str, float] = field(default_factory=dict, compare=False)

    def __post_init__(self):
        self.score = round(self.score, 3)


base = Config()
tuned = base.decay(0.1)
lr_text = f"{tuned.lr:g}"
mode = Mode.parse("EVAL")
mode_name = mode.name
mode_value = mode.value
modes = [m.value for m in Mode]
same = base == Config()
is_eval = mode is Mode.EVAL
text = str(base)
results = [Result(0.91234, "a"), Result(0.8, "b", {"f1": 0.7}), Result(0.95, "c")]
ranked = [r.name for r in sorted(results, reverse=True)]
best = max(results)
best_score = best.score
best_text = repr(best)
d = asdict(results[1])
t = astuple(Result(0.5, "z"))
smaller = results[1] < results[0]
try:
    base.lr = 1.0
    frozen = False
except Exception as e:
    frozen = type(e).__name__
hashable = len({Config(), Config(), Config(lr=2.0)})
fields = list(Config.__dataclass_fields__)
