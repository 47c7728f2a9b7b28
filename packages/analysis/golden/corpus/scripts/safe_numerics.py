import math


def entropy(probs):
    total = 0.0
    for p in probs:
        try:
            total -= p * math.log(p)
        except ValueError:
            continue
    return total


def parse(text):
    try:
        return float(text)
    except ValueError:
        return None


def ratio(a, b):
    try:
        result = a / b
    except ZeroDivisionError:
        result = math.inf
    else:
        result = round(result, 3)
    finally:
        done.append((a, b))
    return result


def check(probs):
    if abs(sum(probs) - 1) > 1e-9:
        raise ValueError("probabilities must sum to one")
    return True


done = []
h = entropy([0.5, 0.5, 0.0])
numbers = [parse(t) for t in ["0.5", "n/a", "1e-3"]]
r = [ratio(1, 3), ratio(1, 0)]
count = len(done)
try:
    ok = check([0.5, 0.6])
except ValueError as error:
    ok = False
scores = {"a": 1.0}
try:
    value = scores["b"]
except KeyError:
    value = 0.0
items = [1, 2, 3]
try:
    last = items[5]
except IndexError:
    last = items[-1]
