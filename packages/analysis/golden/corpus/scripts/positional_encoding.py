import numpy as np

length, dim = 4, 6
pos = np.arange(length)[:, None]
i = np.arange(dim)[None, :]
angle = pos / np.power(10000, (2 * (i // 2)) / dim)
pe = np.zeros((length, dim))
pe[:, 0::2] = np.sin(angle[:, 0::2])
pe[:, 1::2] = np.cos(angle[:, 1::2])
first = pe[0]
shape = pe.shape
