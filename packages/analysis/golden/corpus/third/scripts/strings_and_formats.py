import numpy as np
import torch

labels = ["cat", "dog", "bird"]
probs = np.array([0.6590011388859679, 0.24243297070471395, 0.09856589040931818])
line = ", ".join(f"{l}: {p:.1%}" for l, p in zip(labels, probs))
bars = [f"{l:<5}|{'#' * int(round(p * 20)):<20}|{p:6.3f}" for l, p in zip(labels, probs)]
chart = "\n".join(bars)
best = f"{labels[probs.argmax()]!r} with p={probs.max():.4g}"
arr = f"{probs}"
arr_repr = repr(probs)
rounded = f"{probs.round(2)}"
t = torch.tensor(probs)
t_text = f"{t}"
t32 = str(t.float())
item = f"{t[0].item():.3f}"
scal = f"{t.sum():.2f}"
shape = f"{t.shape}"
dtypes = f"{t.dtype} {probs.dtype}"
m = str(torch.tensor([[1.0, 2.5], [3.25, 4.0]]))
mi = str(torch.tensor([[1, 2], [30, 4]]))
mn = str(np.array([[0.5, 0.25], [0.125, 1.0]]))
neg = str(np.array([-1.0, 0.5]))
sci = str(np.array([1e-5, 1.0]))
big = str(torch.tensor([1e6, 1.0]))
long = str(np.linspace(0, 1, 7))
b = str(torch.tensor([0.1, 0.2]) > 0.15)
e = str(np.array([]))
joined = "|".join(["a", "b"]) + "!" * 3
words = "The quick brown fox".lower().split()
caps = [w.capitalize() for w in words]
acronym = "".join(w[0] for w in words).upper()
freq = {c: "mississippi".count(c) for c in sorted(set("mississippi"))}
template = "{0:>8}|{1:^8}|{2:<8}".format("r", "c", "l")
pct = "%s scored %.2f%% (%d/%d)" % ("model", 87.5, 7, 8)
nested = f"{max(labels, key=len):_^10}"
date = f"{7:02d}:{5:02d}"
money = f"{1234567.5:,.1f}"
sign = f"{3:+d} {-3:+d} {0.5: .2f}"
exp = f"{0.000123:.2e} {123456:.3g}"
is_pal = (s := "level") == s[::-1]
table = str.maketrans("abc", "xyz")
mapped = "aabbcc".translate(table)
stripped = "xxhixx".strip("x")
check = "soft" in "softmax" and not "logit".endswith("s")
enc = "é".encode("utf-8")
n_bytes = len(enc)
multi = """line1
line2""".splitlines()
raw = r"\n"
num = "3.14".replace(".", "").isdigit()
idx = "hello world".index("world")
rp = "a.b.c".rsplit(".", 1)
sw = "Hello".swapcase()
