from collections import Counter
import math

points = [(1.0, 1.0, "a"), (1.2, 0.8, "a"), (4.0, 4.0, "b"), (4.2, 3.9, "b"), (3.8, 4.1, "b")]

def distance(p, q):
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))

def knn(query, k=3):
    ranked = sorted(points, key=lambda p: distance(p[:2], query))
    votes = Counter(label for *_, label in ranked[:k])
    label, count = votes.most_common(1)[0]
    return label, count / k

label, confidence = knn((1.1, 1.0))
near_b = knn((4, 4))
all_votes = Counter(p[2] for p in points)
dist = distance((0, 0), (3, 4))
order = [p[2] for p in sorted(points, key=lambda p: distance(p[:2], (2.5, 2.5)))]
