import numpy as np

x = np.array([[1.0, 2.0, 3.0], [4.0, 0.0, -1.0]], dtype=np.float32)
mean = x.mean(axis=-1, keepdims=True)
var = x.var(axis=-1, keepdims=True)
normed = (x - mean) / np.sqrt(var + 1e-5)
scale = np.array([1.0, 0.5, 2.0], dtype=np.float32)
out = normed * scale
kind = out.dtype
