import json
from statistics import fmean

import numpy as np

confidences = np.array([0.95, 0.85, 0.75, 0.65, 0.55, 0.92, 0.88, 0.71, 0.68, 0.51, 0.99, 0.60])
correct = np.array([1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0])
n_bins = 5


def expected_calibration_error(conf, acc, bins=10):
    edges = np.linspace(0.0, 1.0, bins + 1)
    ece = 0.0
    details = []
    for lo, hi in zip(edges[:-1], edges[1:]):
        inside = (conf > lo) & (conf <= hi)
        share = inside.mean()
        if share == 0:
            continue
        gap = abs(acc[inside].mean() - conf[inside].mean())
        ece += gap * share
        details.append({"bin": f"({lo:.1f}, {hi:.1f}]", "n": int(inside.sum()), "gap": round(float(gap), 4)})
    return ece, details


ece, details = expected_calibration_error(confidences, correct, n_bins)
mce = max(d["gap"] for d in details)
brier = np.mean((confidences - correct) ** 2)
bin_ids = np.digitize(confidences, np.linspace(0, 1, n_bins + 1)) - 1
counts = np.bincount(bin_ids, minlength=n_bins)
sum_conf = np.bincount(bin_ids, weights=confidences, minlength=n_bins)
mean_conf = np.divide(sum_conf, counts, out=np.zeros(n_bins), where=counts > 0)
overconfident = confidences.mean() > correct.mean()
gap_mean = fmean(d["gap"] for d in details)

eps = 1e-12
clipped = np.clip(confidences, eps, 1 - eps)
nll = -(correct * np.log(clipped) + (1 - correct) * np.log1p(-clipped)).mean()

logits = np.log(confidences / (1 - confidences))


def nll_at(T):
    p = 1 / (1 + np.exp(-logits / T))
    return -np.mean(np.where(correct == 1, np.log(p), np.log(1 - p)))


grid = np.arange(0.5, 4.01, 0.25)
losses = np.array([nll_at(T) for T in grid])
best_T = grid[losses.argmin()]
calibrated = 1 / (1 + np.exp(-logits / best_T))
before_after = (round(ece, 4), round(expected_calibration_error(calibrated, correct, n_bins)[0], 4))
payload = json.dumps({"ece": round(ece, 4), "bins": details[:2]}, indent=2)
print(payload)
loaded = json.loads(payload)
base_rate = correct.mean()
skill = 1 - brier / np.mean((base_rate - correct) ** 2)
