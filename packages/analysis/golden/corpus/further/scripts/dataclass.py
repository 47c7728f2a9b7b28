from dataclasses import dataclass, field, asdict, replace
import math

@dataclass
class OptimConfig:
    lr: float = 1e-3
    betas: tuple = (0.9, 0.999)
    warmup: int = 100

@dataclass
class Config:
    name: str
    classes: list = field(default_factory=lambda: ["a", "b", "c"])
    optim: OptimConfig = field(default_factory=OptimConfig)
    temperature: float = 1.0

    @property
    def num_classes(self):
        return len(self.classes)

    def __post_init__(self):
        self.chance = 1 / len(self.classes)

@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def norm(self):
        return math.hypot(self.x, self.y)

cfg = Config("demo", temperature=2.0)
n = cfg.num_classes
chance_loss = -math.log(cfg.chance)
lr = cfg.optim.lr
cfg.classes.append("d")
n2 = cfg.num_classes
beta2 = cfg.optim.betas[1]
p = Point(3, 4)
length = p.norm()
equal = Point(1) == Point(1, 0)
text = repr(p)
d = asdict(p)
moved = replace(p, x=6)
mx = moved.x
full = str(Config("z").optim)
