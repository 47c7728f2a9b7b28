from collections import Counter
from dataclasses import dataclass, field
from math import sqrt
from typing import List, Optional, Tuple


@dataclass(frozen=True)
class Sample:
    features: Tuple[float, ...]
    label: str


@dataclass
class KNN:
    k: int = 3
    samples: List[Sample] = field(default_factory=list)
    last_votes: Optional[Counter] = None

    def fit(self, data):
        self.samples.extend(Sample(tuple(x), y) for x, y in data)
        return self

    def neighbours(self, point):
        def distance(sample: Sample) -> float:
            return sqrt(sum((a - b) ** 2 for a, b in zip(sample.features, point)))

        return sorted(self.samples, key=distance)[: self.k]

    def predict_proba(self, point):
        votes = Counter(s.label for s in self.neighbours(point))
        self.last_votes = votes
        return {label: n / self.k for label, n in votes.items()}

    def predict(self, point):
        probs = self.predict_proba(point)
        return max(sorted(probs), key=probs.get)

    def __len__(self):
        return len(self.samples)

    def __contains__(self, label):
        return any(s.label == label for s in self.samples)


training = [
    ((1.0, 1.1), "red"), ((1.2, 0.9), "red"), ((0.8, 1.3), "red"),
    ((3.0, 3.2), "blue"), ((3.1, 2.8), "blue"), ((2.7, 3.3), "blue"),
    ((2.0, 2.1), "blue"),
]
model = KNN(k=5).fit(training)
queries = [(1.5, 1.5), (2.9, 3.0), (0.0, 0.0)]
answers = [model.predict(q) for q in queries]
proba = model.predict_proba((1.5, 1.5))
size = len(model)
knows = ("red" in model, "green" in model)
nearest = model.neighbours((2.1, 2.0))[0]
nearest_label, nearest_features = nearest.label, nearest.features
votes = model.last_votes.most_common(1)
one = KNN(1, [Sample((0.0,), "a"), Sample((1.0,), "b")])
one_answer = one.predict((0.4,))
try:
    nearest.label = "green"
except Exception as e:
    refused = type(e).__name__
accuracy = sum(model.predict(x) == y for x, y in training) / len(training)
print(f"{accuracy=:.3f}")
shown = repr(nearest)
