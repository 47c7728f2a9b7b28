import sys
import numpy as np

CLASSES = ("neg", "pos")

def load():
    return np.array([[0.2, 1.1], [1.5, -0.3], [0.0, 0.0]]), np.array([1, 0, 1])

class Classifier:
    def __init__(self, threshold=0.5):
        self.threshold = threshold
        self.calls = 0

    def scores(self, x):
        self.calls += 1
        e = np.exp(x - x.max(-1, keepdims=True))
        return e / e.sum(-1, keepdims=True)

    def predict(self, x):
        return [CLASSES[int(p[1] > self.threshold)] for p in self.scores(x)]

def evaluate(clf, x, y):
    preds = clf.predict(x)
    truth = [CLASSES[i] for i in y]
    hits = sum(p == t for p, t in zip(preds, truth))
    return {"accuracy": hits / len(y), "predictions": preds, "calls": clf.calls}

def main(argv=None):
    x, y = load()
    clf = Classifier(threshold=0.4)
    report = evaluate(clf, x, y)
    for key, value in report.items():
        print(f"{key}: {value}")
    return report

if __name__ == "__main__":
    result = main()
    accuracy = result["accuracy"]
report2 = main([])
calls = report2["calls"]
acc_text = f"{report2['accuracy']:.1%}"
