import numpy as np
from scipy.stats import entropy
from scipy.spatial.distance import jensenshannon
import torch
import torch.nn.functional as F

p = np.array([0.36, 0.48, 0.16])
q = np.array([1 / 3, 1 / 3, 1 / 3])


def kl(a, b):
    return np.sum(a * np.log(a / b))


def js(a, b):
    m = 0.5 * (a + b)
    return 0.5 * kl(a, m) + 0.5 * kl(b, m)


def kl_safe(a, b):
    return float(np.sum(np.where(a != 0, a * np.log(a / b), 0)))


kl_pq, kl_qp = kl(p, q), kl(q, p)
asymmetric = kl_pq != kl_qp
js_value = js(p, q)
js_scipy = jensenshannon(p, q) ** 2
close = np.isclose(js_value, js_scipy)
h_p = entropy(p)
h_bits = entropy(p, base=2)
cross = -np.sum(p * np.log(q))
identity = np.isclose(cross, h_p + kl_pq)
tp, tq = torch.from_numpy(p), torch.from_numpy(q)
torch_kl = F.kl_div(tq.log(), tp, reduction="sum")
torch_dtype = torch_kl.dtype
swapped = F.kl_div(tp.log(), tq, reduction="sum").item()
matches = abs(torch_kl.item() - kl_pq) < 1e-12
with_zero = kl_safe(np.array([0.5, 0.5, 0.0]), q)
infinite = entropy([0.5, 0.5], [1.0, 0.0])
batch = F.kl_div(F.log_softmax(torch.tensor([[1.0, 2.0], [0.0, 0.0]]), dim=1),
                 F.softmax(torch.tensor([[2.0, 1.0], [1.0, 0.0]]), dim=1), reduction="batchmean")
T = 4.0
student = torch.tensor([[1.0, 2.0, 3.0]])
teacher = torch.tensor([[1.5, 1.0, 3.5]])
distill = F.kl_div(F.log_softmax(student / T, dim=1), F.softmax(teacher / T, dim=1), reduction="batchmean") * T * T
hellinger = np.sqrt(np.sum((np.sqrt(p) - np.sqrt(q)) ** 2)) / np.sqrt(2)
total_variation = 0.5 * np.abs(p - q).sum()
bhattacharyya = -np.log(np.sum(np.sqrt(p * q)))
wasserstein = np.abs(np.cumsum(p - q)).sum()
mutual = np.array([[0.3, 0.1], [0.2, 0.4]])
px, py = mutual.sum(axis=1), mutual.sum(axis=0)
mi = np.sum(mutual * np.log(mutual / np.outer(px, py)))
report = f"KL(p||q)={kl_pq:.4f} KL(q||p)={kl_qp:.4f} JS={js_value:.4f}"
