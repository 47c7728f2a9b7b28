import numpy as np

rng = np.random.default_rng(42)
noise = rng.normal(size=(3, 2))
noise_shape = noise.shape
x = np.linspace(-2, 2, 5)
sig = 1 / (1 + np.exp(-x))
logit = np.log(sig / (1 - sig))
relu = np.maximum(0, x)
leaky = np.where(x > 0, x, 0.01 * x)
gelu = 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x ** 3)))
softplus = np.log1p(np.exp(x))
swish = x * sig
d_sig = sig * (1 - sig)
elu = np.where(x > 0, x, np.expm1(x))
labels = np.array(["cat", "dog", "cat", "bird"])
classes, y = np.unique(labels, return_inverse=True)
is_cat = labels == "cat"
n_cat = is_cat.sum()
p = np.array([0.2, 0.5, 0.3])
order = p.argsort()[::-1]
cum = np.cumsum(p[order])
k = int(np.searchsorted(cum, 0.6)) + 1
keep = order[:k]
hist, edges = np.histogram([0.1, 0.2, 0.55, 0.9], bins=4, range=(0.0, 1.0))
xx, yy = np.meshgrid(np.arange(3), np.arange(2))
grid = np.stack([xx.ravel(), yy.ravel()], axis=1)
onehot = np.zeros((3, 4))
onehot[np.arange(3), [1, 3, 0]] = 1
back = onehot.argmax(1)
pad = np.pad(np.array([[1, 2], [3, 4]]), ((1, 0), (0, 1)))
win = np.lib.stride_tricks.sliding_window_view(np.arange(5), 3)
conv = np.array([np.sum(np.array([1, 0, -1]) * w) for w in [[1, 2, 3], [2, 3, 5]]])
a, b = np.split(np.arange(4), 2)
m = np.ma.masked_array([1, 2, 3], mask=[0, 1, 0]).sum()
r = np.array([1.0, np.nan, 3.0])
clean = r[~np.isnan(r)].mean()
filled = np.nan_to_num(r, nan=0.0)
digit = np.digitize([0.2, 0.7], bins=[0.0, 0.5, 1.0])
outer = np.outer([1, 2], [3, 4]).sum()
perm = np.transpose(np.arange(6).reshape(2, 3)).tolist()
same = np.array_equal(np.array([1, 2]), np.array([1, 2]))
it = [(i, v) for i, v in np.ndenumerate(np.array([[1, 2]]))]
total = 0
for row in np.eye(2):
    for v in row:
        total += v
s = np.array([[1, 2], [3, 4]])
s[0], s[1] = s[1].copy(), s[0].copy()
text = np.array2string(np.array([0.123456, 2.0]), precision=2)
