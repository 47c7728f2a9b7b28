import torch

a = torch.arange(12, dtype=torch.float32).reshape(3, 4)
row = a[1]
col = a[:, -1]
sub = a[0:2, 1:3]
masked = a[a > 6]
a2 = a.clone()
a2[a2 > 6] = 0
mean0 = a.mean(dim=0)
mean_keep = a.mean(dim=1, keepdim=True)
centered = a - mean_keep
var = a.var(dim=1, unbiased=False)
mx, ix = a.max(dim=1)
srt = a.sort(dim=1, descending=True)[0]
cat = torch.cat([a, a], dim=0).shape
stack = torch.stack([a, a]).shape
view = a.view(2, -1)
view[0, 0] = 100
shared = a[0, 0].item()
perm = a.permute(1, 0)[0]
unsq = a.unsqueeze(1).shape
sq = torch.zeros(1, 3, 1).squeeze().shape
idx = torch.tensor([0, 2])
picked = a.index_select(0, idx)
fancy = a[[0, 1], [1, 2]]
eq = torch.eq(a, a2).sum()
anyb = (a > 50).any()
cumsum = torch.cumsum(torch.ones(3), 0)
outer = torch.outer(torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0]))
mm = a @ a.T
norm = torch.norm(a[2])
dtype = str(a.dtype)
ints = a.long()
div = torch.tensor([7, 8]) // 2
tdiv = torch.tensor([7, 8]) / 2
half = torch.tensor([0.1]).half()
bf = torch.tensor([0.1], dtype=torch.bfloat16)
big = torch.tensor([70000.0]).half()
where = torch.where(a > 5, a, torch.zeros_like(a))
clamp = a.clamp(min=2, max=5)[0]
ones = torch.ones(2, 3)
ones += 1
ones.mul_(2)
lin = torch.linspace(-1, 1, 5)
sig = torch.sigmoid(lin)
tanh = torch.tanh(lin)
relu = torch.relu(lin)
onehot = torch.zeros(2, 3).scatter_(1, torch.tensor([[1], [2]]), 1)
counts = torch.bincount(torch.tensor([0, 1, 1, 3]))
uniq, inv = torch.unique(torch.tensor([3, 1, 3]), return_inverse=True)
tri = torch.triu(torch.ones(3, 3), diagonal=1).bool()
eye = torch.eye(3)[torch.tensor([2, 0])]
rep = torch.tensor([1, 2]).repeat_interleave(2)
exp = torch.tensor([[1], [2]]).expand(2, 3)
chunks = [c.tolist() for c in torch.arange(6).chunk(3)]
flat = torch.flatten(torch.ones(2, 2, 2), start_dim=1).shape
prod = torch.prod(torch.tensor([1.0, 2.0, 3.0])).item()
top2 = torch.topk(torch.tensor([0.1, 0.6, 0.3]), 2)
t_vals, t_idx = top2
np_back = torch.tensor([1, 2]).numpy().sum()
