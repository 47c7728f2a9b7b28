import numpy as np

x = np.array([1000.0, 0.0, -1000.0])
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(x) / np.exp(x).sum()
stable = np.exp(x - x.max()) / np.exp(x - x.max()).sum()
broken = np.isnan(naive).any()
half = np.exp(np.float16(11.5))
single = np.exp(np.float32(88.8))
double = np.exp(709.0)
