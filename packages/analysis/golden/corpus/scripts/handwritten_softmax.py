import math

def softmax(scores):
    exps = [math.exp(s) for s in scores]
    total = sum(exps)
    return [e / total for e in exps]

scores = [2.0, 1.0, 0.1]
probs = softmax(scores)
total = sum(probs)
best = probs.index(max(probs))
rounded = [round(p, 3) for p in probs]
print(probs, total)
