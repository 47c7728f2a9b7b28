import torch

x = torch.tensor([[3.0, 1.0, 2.0], [0.0, 5.0, 4.0]])
vals, idx = torch.sort(x, dim=1)
ranks = x.argsort(dim=1).argsort(dim=1)
top = x.topk(2)
top_v = top.values
top_i = top.indices
mx = x.max(dim=1)
mx_v = mx.values
mx_i = mx[1]
onehot = torch.zeros_like(x).scatter_(1, mx_i.unsqueeze(1), 1)
picked = x.gather(1, mx_i.view(-1, 1)).squeeze(-1)
normed = (x - x.mean()) / x.std()
mm = (x - x.amin(1, keepdim=True)) / (x.amax(1, keepdim=True) - x.amin(1, keepdim=True))
cum = x.softmax(1).cumsum(1)
lse = torch.logsumexp(x, dim=0)
mean_var = torch.var_mean(x, dim=1)
v, m = mean_var
cnt = torch.bincount(torch.tensor([0, 1, 1, 2]), weights=torch.tensor([0.5, 1.0, 1.0, 2.0]))
uniq, inv, counts = torch.unique(torch.tensor([2, 0, 2, 1]), return_inverse=True, return_counts=True)
nz = (x > 2).nonzero()
pairs = nz.tolist()
stacked = torch.stack([x, x * 2])
stack_shape = list(stacked.shape)
cat = torch.cat([x, torch.ones(2, 1)], dim=-1)
a, b = x.split(1)
c1, c2 = torch.chunk(x, 2, dim=0)
ex = torch.arange(3).expand(2, 3)
out = torch.where(x > 2, x, torch.zeros_like(x))
dist = torch.cdist(x, x)
cos = torch.nn.functional.cosine_similarity(x[0], x[1], dim=0)
fl = x.flatten()
perm = x.permute(1, 0)
tri = torch.tril(torch.ones(3, 3, dtype=torch.bool))
eye = torch.eye(3)[torch.tensor([2, 0])]
n = x.numel()
any_big = (x > 4).any().item()
all_pos = bool((x >= 0).all())
item = x[0, 2].item()
half = x.half()
i8 = x.to(torch.int8)
b_ = x.bool()
inplace = x.clone().sub_(1).clamp_(min=0).mul_(0.5)
lin = torch.linspace(0, 1, 3)
mesh = torch.meshgrid(torch.arange(2), torch.arange(3), indexing="ij")
mx0 = mesh[0]
rounded = torch.round(x / 3 * 100) / 100
mask = torch.ones(2, 3).triu(1).bool()
idx_put = x.clone()
idx_put[torch.arange(2), torch.tensor([0, 1])] = 100.0
acc = 0
for row in x:
    acc += row.max().item()
rows = [r.sum().item() for r in x]
first, second = x
prod = torch.prod(x + 1, dim=1)
median = x.median(dim=1).values
q = torch.quantile(x[0], torch.tensor([0.25, 0.5]))
