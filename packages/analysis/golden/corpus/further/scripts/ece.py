import numpy as np

confidences = np.array([0.95, 0.85, 0.65, 0.55, 0.75, 0.99])
correct = np.array([1, 1, 0, 1, 0, 1])

def expected_calibration_error(conf, correct, n_bins=5):
    edges = np.linspace(0.0, 1.0, n_bins + 1)
    ece = 0.0
    table = []
    for lo, hi in zip(edges[:-1], edges[1:]):
        in_bin = (conf > lo) & (conf <= hi)
        if in_bin.any():
            acc = correct[in_bin].mean()
            avg = conf[in_bin].mean()
            ece += in_bin.mean() * abs(acc - avg)
            table.append((round(float(lo), 2), int(in_bin.sum()), float(acc)))
    return ece, table

ece, table = expected_calibration_error(confidences, correct)
brier = np.mean((confidences - correct) ** 2)
mce = max(abs(a - 0.5) for _, _, a in table)
n_bins_used = len(table)
overconfident = bool(confidences.mean() > correct.mean())
