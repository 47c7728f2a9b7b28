import numpy as np
from dataclasses import dataclass, field, asdict
from typing import List


@dataclass
class Bin:
    low: float
    high: float
    confidences: List[float] = field(default_factory=list)
    hits: List[int] = field(default_factory=list)

    def add(self, c, h):
        self.confidences.append(c)
        self.hits.append(h)

    @property
    def count(self):
        return len(self.hits)

    @property
    def gap(self):
        if not self.hits:
            return 0.0
        return abs(sum(self.confidences) / self.count - sum(self.hits) / self.count)


conf = [0.95, 0.85, 0.75, 0.65, 0.55, 0.92, 0.81, 0.77, 0.61, 0.52]
hit = [1, 1, 0, 1, 0, 1, 0, 1, 1, 1]
edges = np.linspace(0.5, 1.0, 6)
bins = [Bin(float(a), float(b)) for a, b in zip(edges[:-1], edges[1:])]
for c, h in zip(conf, hit):
    for b in bins:
        if b.low < c <= b.high:
            b.add(c, h)
            break
counts = [b.count for b in bins]
gaps = [round(b.gap, 4) for b in bins]
n = sum(counts)
ece = sum(b.count / n * b.gap for b in bins)
mce = max(b.gap for b in bins)
worst = max(bins, key=lambda b: b.gap)
worst_text = repr(worst)
as_dict = asdict(bins[0])
idx = np.digitize(conf, edges[1:-1], right=True)
per_bin = np.bincount(idx, minlength=5)
acc_bin = np.bincount(idx, weights=hit, minlength=5) / np.maximum(per_bin, 1)
empty = Bin(0.0, 0.1)
equal = Bin(0.0, 0.1) == empty
sharpness = np.var(conf)
