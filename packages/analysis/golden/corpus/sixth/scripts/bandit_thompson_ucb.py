from dataclasses import dataclass, field, asdict
from enum import Enum
from math import log, sqrt
import numpy as np


class Strategy(str, Enum):
    GREEDY = "greedy"
    UCB = "ucb"
    SOFTMAX = "softmax"


@dataclass(order=True)
class Arm:
    sort_index: float = field(init=False, repr=False)
    name: str
    rewards: list = field(default_factory=list)

    def __post_init__(self):
        self.sort_index = self.mean

    @property
    def mean(self) -> float:
        return sum(self.rewards) / len(self.rewards) if self.rewards else 0.0

    @property
    def pulls(self) -> int:
        return len(self.rewards)


@dataclass
class Bandit:
    arms: list[Arm]
    c: float = 2.0
    tau: float = 0.1

    @property
    def total(self):
        return sum(a.pulls for a in self.arms)

    def ucb(self, arm):
        return arm.mean + sqrt(self.c * log(self.total) / arm.pulls)

    def softmax(self):
        q = np.array([a.mean for a in self.arms]) / self.tau
        e = np.exp(q - q.max())
        return e / e.sum()

    def choose(self, strategy: Strategy) -> str:
        if strategy is Strategy.GREEDY:
            return max(self.arms).name
        elif strategy == Strategy.UCB:
            return max(self.arms, key=self.ucb).name
        elif strategy == "softmax":
            return self.arms[int(self.softmax().argmax())].name
        raise NotImplementedError


arms = [Arm("A", [1, 0, 1, 1]), Arm("B", [0, 1]), Arm("C", [1, 0, 0, 0, 0, 1])]
bandit = Bandit(arms)
means = {a.name: round(a.mean, 3) for a in arms}
choices = {s.value: bandit.choose(s) for s in Strategy}
bounds = [round(bandit.ucb(a), 4) for a in bandit.arms]
policy = bandit.softmax()
policy_text = np.array2string(policy, precision=3, suppress_small=True)
expected = float(policy @ [a.mean for a in arms])
ordered = [a.name for a in sorted(arms, reverse=True)]
arm_text = str(arms[1])
as_dict = asdict(arms[1])
regret = [max(means.values()) - m for m in means.values()]
first_two = arms[0] > arms[1]
is_str = Strategy.UCB == "ucb", isinstance(Strategy.UCB, str)
upper = Strategy.UCB.name, Strategy("greedy").name
equal = Arm("A", [1]) == Arm("A", [1])
arms[1].rewards.append(1)
updated = round(bandit.arms[1].mean, 4)
total = bandit.total
