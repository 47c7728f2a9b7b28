import numpy as np

a = np.arange(15).reshape(3, 5)
info = (a.shape, a.ndim, a.dtype.name, a.itemsize, a.size)
b = np.array([(1.5, 2, 3), (4, 5, 6)])
c = np.array([[1, 2], [3, 4]], dtype=complex)
grid = np.arange(0, 2, 0.3)
A = np.array([[1, 1], [0, 1]])
B = np.array([[2, 0], [3, 4]])
elem = A * B
mat = A @ B
ones = np.ones((2, 3), dtype=int)
ones *= 3
col = b.sum(axis=0)
row_min = b.min(axis=1)
cs = b.cumsum(axis=1)
cubes = np.arange(10) ** 3
window = cubes[2:5]
cubes[:6:2] = 1000
rev = cubes[::-1]
f = np.fromfunction(lambda x, y: 10 * x + y, (5, 4), dtype=int)
cell = f[2, 3]
column = f[0:5, 1]
rows = [row.sum() for row in b]
flat = [int(e) for e in a.flat][:3]
view = a[:, 1:3]
view[:] = 0
after = a
d = a.copy()
d[0, 0] = 9999
kept = a[0, 0]
idx = np.array([[3, 4], [9, 7]])
picked = (np.arange(12) ** 2)[idx]
mask = a > 7
selected = a[mask]
a[mask] = -1
masked = a
v1, v2 = np.array([2, 0, 1]), np.array([5, 6, 7])
ix = np.ix_(v1, v2)
table = np.multiply.outer(v1, v2)
x = np.array([0, 1, 2])
x[[0, 0, 2]] += 1
incremented = x
np.add.at(x, [0, 0], 10)
at = x
hist, edges = np.histogram([1, 2, 2, 5], bins=4)
rec = np.array([("a", 1), ("b", 2)], dtype=[("n", "U1"), ("v", int)])["v"]
s = np.array([3, 1, 2])
s.sort()
in_place = s
st = np.stack([s, s * 2], axis=-1)
even = s[s % 2 == 0]
broadcast = np.arange(3)[:, None] * np.ones(2)
total = np.sum([[1, 2], [3, 4]], where=[[True, False], [True, True]])
out = np.empty(3)
np.multiply(s, 0.5, out=out)
halves = out
wh = np.where(s > 1, s, -s)
vec = np.vectorize(lambda t: t ** 2 if t > 1 else 0)(s)
ap = np.apply_along_axis(lambda r: r.max() - r.min(), 1, b)
nd = [i for i, _ in np.ndenumerate(np.ones((1, 2)))]
al = np.allclose(b / b.sum(axis=1, keepdims=True) @ np.ones(3), 1)
