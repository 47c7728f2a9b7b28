import numpy as np
import torch

x = np.array([1.0, 2.0, 3.0, 4.0])
y = np.array([2.1, 3.9, 6.2, 7.8])
slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
intercept = y.mean() - slope * x.mean()
pred = slope * x + intercept
sse = np.sum((y - pred) ** 2)
r2 = 1 - sse / np.sum((y - y.mean()) ** 2)
rmse = np.sqrt(np.mean((y - pred) ** 2))
mae = np.abs(y - pred).mean()
X = np.c_[np.ones(4), x]
theta = np.linalg.inv(X.T @ X) @ X.T @ y
theta_rounded = theta.round(4)
lstsq = np.linalg.lstsq(X, y, rcond=None)[0].round(4)
poly = np.polyfit(x, y, 1).round(4)
w = 0.0
trace = []
for _ in range(4):
    grad = -2 * np.mean(x * (y - w * x))
    w = w - 0.02 * grad
    trace.append(round(w, 4))
steps = trace
ridge = np.linalg.solve(X.T @ X + 0.1 * np.eye(2), X.T @ y).round(4)
t = torch.from_numpy(x).float()
scaled = (t - t.mean()) / t.std()
corr = np.corrcoef(x, y)[0, 1].round(6)
huber = torch.nn.functional.huber_loss(torch.tensor(pred), torch.tensor(y)).item()
batches = [x[i:i + 2] for i in range(0, len(x), 2)]
idx = np.arange(len(x))
train, test = idx[:3], idx[3:]
folds = [np.setdiff1d(idx, f).tolist() for f in np.array_split(idx, 2)]
