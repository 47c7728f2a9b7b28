import torch

data = torch.tensor([[1.0, 2.0], [1.2, 1.8], [0.8, 2.2], [5.0, 8.0], [5.2, 7.7], [4.9, 8.1]])
centroids = data[[0, 3]].clone()

for it in range(10):
    dists = torch.cdist(data, centroids)
    assign = dists.argmin(dim=1)
    updated = torch.stack([data[assign == k].mean(dim=0) for k in range(2)])
    shift = (updated - centroids).norm()
    centroids = updated
    if shift < 1e-6:
        break

iterations = it + 1
inertia = ((data - centroids[assign]) ** 2).sum()
sizes = torch.bincount(assign, minlength=2).tolist()
members = {k: (assign == k).nonzero().flatten().tolist() for k in range(2)}

# k nearest neighbours
query = torch.tensor([[1.1, 2.1], [4.0, 6.5]])
classes = torch.tensor([0, 0, 0, 1, 1, 1])
knn = torch.cdist(query, data).topk(3, largest=False)
votes = classes[knn.indices]
knn_pred = votes.mode(dim=1).values
weights = 1.0 / (knn.values + 1e-8)
weighted = torch.zeros(2, 2).scatter_add_(1, votes, weights)
soft_vote = weighted / weighted.sum(1, keepdim=True)

# gaussian mixture, one E step
var = torch.tensor([0.5, 0.5])
log_p = -0.5 * ((data[:, None] - centroids[None]) ** 2 / var).sum(-1) - torch.log(2 * torch.pi * var).sum() / 2
resp = torch.softmax(log_p + torch.log(torch.tensor([0.5, 0.5])), dim=1)
pi = resp.mean(0)
means = (resp.T @ data) / resp.sum(0)[:, None]

# standardisation
mu, sigma = data.mean(0), data.std(0)
z = (data - mu) / sigma
minmax = (data - data.min(0).values) / (data.max(0).values - data.min(0).values)
cov = z.T @ z / (len(z) - 1)
corr = torch.corrcoef(data.T)
w = torch.ones(2) / 2 ** 0.5
for _ in range(5):
    w = cov @ w
    w = w / w.norm()
explained = (w @ cov @ w) / cov.trace()
summary = f"{iterations} iterations, sizes {sizes}, {explained:.3f} explained"
