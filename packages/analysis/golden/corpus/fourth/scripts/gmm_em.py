import numpy as np
from scipy.stats import norm

data = np.array([-2.1, -1.9, -2.3, 2.0, 2.2, 1.8])
mu = np.array([-1.0, 1.0])
sigma = np.array([1.0, 1.0])
pi = np.array([0.5, 0.5])
lls = []
for step in range(5):
    dens = pi * norm.pdf(data[:, None], mu, sigma)
    lls.append(float(np.log(dens.sum(axis=1)).sum()))
    resp = dens / dens.sum(axis=1, keepdims=True)
    nk = resp.sum(axis=0)
    mu = (resp * data[:, None]).sum(axis=0) / nk
    sigma = np.sqrt((resp * (data[:, None] - mu) ** 2).sum(axis=0) / nk)
    pi = nk / len(data)
hard = resp.argmax(axis=1)
rising = bool(np.all(np.diff(lls) >= -1e-9))
post = norm.pdf(0.0, mu, sigma) * pi
post = post / post.sum()
bic = -2 * lls[-1] + 5 * np.log(len(data))
z = norm.cdf(1.0) - norm.cdf(-1.0)
quantile = norm.ppf([0.05, 0.5, 0.95])
prior, sens, spec = 0.01, 0.95, 0.9
ppv = prior * sens / (prior * sens + (1 - prior) * (1 - spec))
a, b = 1, 1
for flip in [1, 1, 0, 1]:
    a, b = a + flip, b + 1 - flip
beta_mean = a / (a + b)
