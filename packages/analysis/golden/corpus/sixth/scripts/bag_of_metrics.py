"""Metrics for multi-label and ranking problems, typed and tested with asserts."""
import math
from typing import Iterable, Mapping, Sequence, TypeVar

T = TypeVar("T")

truth: list[set[str]] = [{"news", "sports"}, {"tech"}, {"news"}, set()]
scores: list[dict[str, float]] = [
    {"news": 0.9, "sports": 0.4, "tech": 0.2},
    {"news": 0.3, "sports": 0.1, "tech": 0.8},
    {"news": 0.45, "sports": 0.2, "tech": 0.7},
    {"news": 0.1, "sports": 0.05, "tech": 0.2},
]
tags = sorted(set().union(*truth))


def threshold(row: Mapping[str, float], t: float = 0.5) -> set[str]:
    return {tag for tag, p in row.items() if p >= t}


def jaccard(a: set[T], b: set[T]) -> float:
    union = a | b
    return len(a & b) / len(union) if union else 1.0


def precision_at_k(relevant: set[T], ranking: Sequence[T], k: int) -> float:
    return sum(item in relevant for item in ranking[:k]) / k


def average_precision(relevant: set[T], ranking: Iterable[T]) -> float:
    hits, total = 0, 0.0
    for i, item in enumerate(ranking, 1):
        if item in relevant:
            hits += 1
            total += hits / i
    return total / len(relevant) if relevant else 0.0


def dcg(gains: Sequence[float]) -> float:
    return sum(g / math.log2(i + 2) for i, g in enumerate(gains))


predicted = [threshold(row) for row in scores]
exact = [a == b for a, b in zip(truth, predicted)]
subset_accuracy = sum(exact) / len(exact)
jaccards = [round(jaccard(a, b), 3) for a, b in zip(truth, predicted)]
hamming = sum(len(a ^ b) for a, b in zip(truth, predicted)) / (len(truth) * len(tags))
rankings = [sorted(row, key=row.get, reverse=True) for row in scores]
p_at_1 = [precision_at_k(t, r, 1) for t, r in zip(truth, rankings)]
mean_ap = sum(average_precision(t, r) for t, r in zip(truth, rankings)) / len(truth)
per_tag = {}
for tag in tags:
    tp = sum(tag in a and tag in b for a, b in zip(truth, predicted))
    fp = sum(tag not in a and tag in b for a, b in zip(truth, predicted))
    fn = sum(tag in a and tag not in b for a, b in zip(truth, predicted))
    per_tag[tag] = dict(tp=tp, fp=fp, fn=fn)
micro_tp = sum(c["tp"] for c in per_tag.values())
micro_f1 = 2 * micro_tp / sum(2 * c["tp"] + c["fp"] + c["fn"] for c in per_tag.values())
gains = [3, 2, 0, 1]
ndcg = dcg(gains) / dcg(sorted(gains, reverse=True))
best_t, best_score = max(
    ((t / 10, sum(jaccard(a, threshold(r, t / 10)) for a, r in zip(truth, scores))) for t in range(1, 10)),
    key=lambda pair: pair[1],
)
assert 0 <= micro_f1 <= 1
log_loss = -sum(
    math.log(p if tag in t else 1 - p) for t, row in zip(truth, scores) for tag, p in row.items()
) / sum(map(len, scores))
table = "\n".join(f"{tag:8}|" + "|".join(f"{v:^5}" for v in c.values()) for tag, c in per_tag.items())
