from dataclasses import dataclass, field
import math

@dataclass
class Prediction:
    label: str
    logit: float
    tags: list = field(default_factory=list)

    @property
    def probability(self):
        return 1 / (1 + math.exp(-self.logit))

    def sure(self, threshold=0.8):
        return self.probability >= threshold

predictions = [Prediction("cat", 2.0), Prediction("dog", -0.5, ["pet"]), Prediction("fox", 0.4)]
probs = [p.probability for p in predictions]
sure = [p.label for p in predictions if p.sure()]
best = max(predictions, key=lambda p: p.logit).label
tags = predictions[1].tags
