import math
from statistics import mean, stdev

dataset = [
    [3.39, 2.33, 0], [3.11, 1.78, 0], [1.34, 3.36, 0], [3.58, 4.67, 0], [2.28, 2.86, 0],
    [7.42, 4.69, 1], [5.74, 3.53, 1], [9.17, 2.51, 1], [7.79, 3.42, 1], [7.93, 0.79, 1],
]


def separate_by_class(rows):
    separated = dict()
    for row in rows:
        label = row[-1]
        if label not in separated:
            separated[label] = list()
        separated[label].append(row)
    return separated


def summarize(rows):
    summaries = [(mean(column), stdev(column), len(column)) for column in zip(*rows)]
    del summaries[-1]
    return summaries


def summarize_by_class(rows):
    return {label: summarize(group) for label, group in separate_by_class(rows).items()}


def gaussian(x, mu, sigma):
    exponent = math.exp(-((x - mu) ** 2 / (2 * sigma ** 2)))
    return (1 / (math.sqrt(2 * math.pi) * sigma)) * exponent


def class_probabilities(summaries, row):
    total = sum(summaries[label][0][2] for label in summaries)
    probabilities = dict()
    for label, class_summaries in summaries.items():
        probabilities[label] = summaries[label][0][2] / float(total)
        for i in range(len(class_summaries)):
            mu, sigma, _ = class_summaries[i]
            probabilities[label] *= gaussian(row[i], mu, sigma)
    return probabilities


def predict(summaries, row):
    best_label, best_prob = None, -1
    for label, p in class_probabilities(summaries, row).items():
        if best_label is None or p > best_prob:
            best_prob = p
            best_label = label
    return best_label


model = summarize_by_class(dataset)
first = model[0][0]
probs = class_probabilities(model, dataset[0])
norm = sum(probs.values())
posterior = {k: v / norm for k, v in probs.items()}
predictions = [predict(model, row) for row in dataset]
actual = [row[-1] for row in dataset]
correct = sum(1 for a, b in zip(actual, predictions) if a == b)
accuracy = correct / float(len(actual)) * 100.0
print('Accuracy: %.2f%%' % accuracy)
unknown_point = predict(model, [5.0, 3.0])
log_ratio = math.log(probs[0]) - math.log(probs[1])
message = 'Data=%s, Predicted: %s' % ([5.7, 2.9], predict(model, [5.7, 2.9]))
