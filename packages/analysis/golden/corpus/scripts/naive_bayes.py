import math

prior = {"spam": 0.4, "ham": 0.6}
word = {"spam": {"free": 0.3, "hi": 0.1}, "ham": {"free": 0.05, "hi": 0.4}}

def posterior(words):
    log_joint = {c: math.log(prior[c]) + sum(math.log(word[c][w]) for w in words) for c in prior}
    top = max(log_joint.values())
    weights = {c: math.exp(v - top) for c, v in log_joint.items()}
    z = sum(weights.values())
    return {c: w / z for c, w in weights.items()}

result = posterior(["free", "hi"])
verdict = "spam" if result["spam"] > 0.5 else "ham"
odds = result["spam"] / result["ham"]
