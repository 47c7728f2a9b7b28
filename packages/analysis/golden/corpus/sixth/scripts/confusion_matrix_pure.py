from collections import namedtuple
from itertools import product

Scores = namedtuple("Scores", "precision recall f1 support")

actual = "cat dog cat fish dog cat fish fish dog cat".split()
guess = "cat cat cat fish dog dog fish cat dog cat".split()
classes = sorted(set(actual) | set(guess))
index = {c: i for i, c in enumerate(classes)}

matrix = [[0] * len(classes) for _ in classes]
for a, g in zip(actual, guess):
    matrix[index[a]][index[g]] += 1


def safe_div(num, den, default=0.0):
    try:
        return num / den
    except ZeroDivisionError:
        return default


def scores_of(c):
    i = index[c]
    tp = matrix[i][i]
    fp = sum(matrix[r][i] for r in range(len(classes)) if r != i)
    fn = sum(matrix[i]) - tp
    precision = safe_div(tp, tp + fp)
    recall = safe_div(tp, tp + fn)
    return Scores(precision, recall, safe_div(2 * precision * recall, precision + recall), sum(matrix[i]))


report = {c: scores_of(c) for c in classes}
cat_precision = report["cat"].precision
macro_f1 = sum(s.f1 for s in report.values()) / len(report)
total = sum(s.support for s in report.values())
weighted_recall = sum(s.recall * s.support for s in report.values()) / total
accuracy = sum(matrix[i][i] for i in range(len(classes))) / total
tuples = [tuple(round(x, 3) for x in s) for s in report.values()]
off_diagonal = {(a, b): matrix[index[a]][index[b]] for a, b in product(classes, repeat=2) if a != b}
worst_pair = max(off_diagonal, key=off_diagonal.get)

col_width = max(len(c) for c in classes) + 2
head = " " * col_width + "".join(f"{c:>{col_width}}" for c in classes)
body = ["{:<{w}}".format(c, w=col_width) + "".join(str(n).rjust(col_width) for n in row) for c, row in zip(classes, matrix)]
text = "\n".join([head, *body])
print(text)
fields = Scores._fields
as_dict = report["fish"]._asdict()
precision, recall, *rest = report["dog"]
empty = safe_div(1, 0, default=float("nan"))
transposed = [list(col) for col in zip(*matrix)]
