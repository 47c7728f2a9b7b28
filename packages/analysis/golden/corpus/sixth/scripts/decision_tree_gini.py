from collections import Counter
from dataclasses import dataclass
from math import log2
from typing import Optional, Union

DATA = [
    # outlook, windy, humidity -> play
    (("sunny", False, 85), "no"),
    (("sunny", True, 90), "no"),
    (("overcast", False, 78), "yes"),
    (("rain", False, 96), "yes"),
    (("rain", False, 80), "yes"),
    (("rain", True, 70), "no"),
    (("overcast", True, 65), "yes"),
    (("sunny", False, 70), "yes"),
]


@dataclass
class Leaf:
    counts: Counter

    @property
    def prediction(self) -> str:
        return self.counts.most_common(1)[0][0]


@dataclass
class Node:
    column: int
    value: object
    yes: Union["Node", Leaf]
    no: Union["Node", Leaf]


def gini(rows):
    n = len(rows)
    return 1 - sum((c / n) ** 2 for c in Counter(label for _, label in rows).values())


def entropy(rows):
    n = len(rows)
    return -sum(c / n * log2(c / n) for c in Counter(y for _, y in rows).values())


def matches(x, column, value):
    return x[column] >= value if isinstance(value, int) and not isinstance(value, bool) else x[column] == value


def split(rows, column, value):
    yes, no = [], []
    for row in rows:
        (yes if matches(row[0], column, value) else no).append(row)
    return yes, no


def best_split(rows, impurity=gini):
    best = (0.0, None, None)
    current = impurity(rows)
    for column in range(len(rows[0][0])):
        for value in sorted({x[column] for x, _ in rows}, key=str):
            yes, no = split(rows, column, value)
            if not yes or not no:
                continue
            share = len(yes) / len(rows)
            gain = current - share * impurity(yes) - (1 - share) * impurity(no)
            if gain > best[0]:
                best = (gain, column, value)
    return best


def build(rows, depth=0, max_depth=3):
    gain, column, value = best_split(rows)
    if gain == 0 or depth == max_depth:
        return Leaf(Counter(y for _, y in rows))
    yes, no = split(rows, column, value)
    return Node(column, value, build(yes, depth + 1, max_depth), build(no, depth + 1, max_depth))


def classify(x, node):
    if isinstance(node, Leaf):
        return node.prediction
    return classify(x, node.yes if matches(x, node.column, node.value) else node.no)


def depth_of(node) -> int:
    return 0 if isinstance(node, Leaf) else 1 + max(depth_of(node.yes), depth_of(node.no))


root_gini = gini(DATA)
root_entropy = entropy(DATA)
gain, column, value = best_split(DATA)
info_gain = best_split(DATA, impurity=entropy)
tree = build(DATA)
predictions = [classify(x, tree) for x, _ in DATA]
accuracy = sum(p == y for p, (_, y) in zip(predictions, DATA)) / len(DATA)
depth = depth_of(tree)
unseen = classify(("overcast", True, 99), tree)
root_question = f"column {tree.column} is {tree.value!r}?"
shallow = build(DATA, max_depth=1)
shallow_predictions = [classify(x, shallow) for x, _ in DATA]
