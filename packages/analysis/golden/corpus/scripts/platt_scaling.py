import numpy as np

scores = np.array([-2.0, -0.5, 0.4, 1.8])
a, b = -1.2, 0.1
probs = 1 / (1 + np.exp(a * scores + b))
logit = np.log(probs / (1 - probs))
recovered = np.allclose(logit, -(a * scores + b))
brier = np.mean((probs - np.array([0, 0, 1, 1])) ** 2)
