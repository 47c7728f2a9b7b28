import numpy as np

hours = np.array([0.50, 0.75, 1.00, 1.25, 1.50, 1.75, 2.00, 2.25, 2.50, 2.75, 3.00, 3.25, 3.50, 4.00, 4.25])
passed = np.array([0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1])

X = np.c_[np.ones_like(hours), hours]
y = passed.astype(float)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def nll(w):
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


w = np.zeros(X.shape[1])
losses = []
lr = 0.5
for epoch in range(25):
    p = sigmoid(X @ w)
    grad = X.T @ (p - y) / len(y)
    w -= lr * grad
    if epoch % 5 == 0:
        losses.append(round(nll(w), 6))

logits = X @ w
proba = 1 / (1 + np.exp(-logits))
predictions = (proba >= 0.5).astype(int)
accuracy = (predictions == passed).mean()
boundary = -w[0] / w[1]
odds_ratio = np.exp(w[1])
first_loss, *_, last_loss = losses
decreasing = np.all(np.diff(losses) < 0)

# Newton's method takes a few steps only
beta = np.zeros(2)
for _ in range(6):
    mu = sigmoid(X @ beta)
    H = X.T @ (X * (mu * (1 - mu))[:, None])
    beta = beta + np.linalg.solve(H, X.T @ (y - mu))
intercept, slope = beta
standard_errors = np.sqrt(np.diag(np.linalg.inv(H)))
z_values = (beta / standard_errors).round(3)
p_two_hours = sigmoid(np.array([1.0, 2.0]) @ beta)
ascii_plot = [f"{h:4.2f} |" + "#" * int(round(20 * pr)) for h, pr in zip(hours[::5], sigmoid(X[::5] @ beta))]
print(*ascii_plot, sep="\n")
