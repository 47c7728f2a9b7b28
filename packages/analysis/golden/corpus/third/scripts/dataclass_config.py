from dataclasses import asdict, astuple, dataclass, field, replace
from typing import List, NamedTuple, Optional

import numpy as np


@dataclass
class Config:
    lr: float = 0.1
    layers: List[int] = field(default_factory=lambda: [4, 8])
    name: str = "mlp"
    temperature: Optional[float] = None

    def __post_init__(self):
        self.depth = len(self.layers)

    @property
    def scale(self):
        return 1.0 / (self.temperature or 1.0)


@dataclass(frozen=True, order=True)
class Score:
    value: float
    label: str = "x"


class Prediction(NamedTuple):
    label: int
    probability: float = 1.0


cfg = Config(temperature=2.0)
depth = cfg.depth
scale = cfg.scale
d = asdict(cfg)
wide = replace(cfg, name="wide", layers=[16])
wide_depth = wide.depth
text = str(Config(lr=0.5))
s = [Score(0.3, "a"), Score(0.9, "b"), Score(0.5)]
top = max(s).label
ranked = [x.label for x in sorted(s, reverse=True)]
equal = Score(0.1) == Score(0.1)
tup = astuple(s[0])
pred = Prediction(2, 0.75)
label, prob = pred
as_dict = pred._asdict()
default = Prediction(1).probability
better = pred._replace(probability=0.8).probability
shown = f"{pred}"
logits = np.array([1.0, 2.0]) * cfg.scale
softmax = np.exp(logits) / np.exp(logits).sum()
shown_score = repr(s[2])
try:
    s[0].value = 1.0
    frozen = False
except Exception as error:
    frozen = True
    kind = type(error).__name__
