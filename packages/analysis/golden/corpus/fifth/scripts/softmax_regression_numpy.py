import numpy as np

np.random.seed(42)
np.set_printoptions(precision=4, suppress=True)

X = np.array([[5.1, 3.5, 1.4, 0.2], [4.9, 3.0, 1.4, 0.2], [7.0, 3.2, 4.7, 1.4],
              [6.4, 3.2, 4.5, 1.5], [6.3, 3.3, 6.0, 2.5], [5.8, 2.7, 5.1, 1.9]])
y = np.array([0, 0, 1, 1, 2, 2])
n_samples, n_features = X.shape
n_classes = len(np.unique(y))
mean, std = X.mean(axis=0), X.std(axis=0)
X_norm = (X - mean) / std


def softmax(z):
    z = z - np.max(z, axis=1, keepdims=True)
    exp_z = np.exp(z)
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


def one_hot(labels, k):
    out = np.zeros((labels.size, k))
    out[np.arange(labels.size), labels] = 1
    return out


def cross_entropy(probs, targets, eps=1e-12):
    probs = np.clip(probs, eps, 1.0 - eps)
    return -np.mean(np.sum(targets * np.log(probs), axis=1))


W = np.zeros((n_features, n_classes))
b = np.zeros(n_classes)
Y = one_hot(y, n_classes)
lr = 0.5
history = []
for epoch in range(20):
    logits = X_norm @ W + b
    probs = softmax(logits)
    loss = cross_entropy(probs, Y)
    grad = (probs - Y) / n_samples
    W -= lr * X_norm.T @ grad
    b -= lr * grad.sum(axis=0)
    history.append(loss)
    if epoch % 5 == 0:
        acc = np.mean(np.argmax(probs, axis=1) == y)
        print(f"epoch {epoch:3d} loss {loss:.4f} acc {acc:.2%}")

final_probs = softmax(X_norm @ W + b)
predictions = final_probs.argmax(axis=1)
accuracy = (predictions == y).mean()
confidence = final_probs.max(axis=1)
first_loss, last_loss = history[0], history[-1]
improved = all(a >= b for a, b in zip(history, history[1:]))
n_epochs = len(history)
text = np.array2string(final_probs[0], precision=3)
summary = f"{accuracy:.1%} after {n_epochs} epochs, loss {last_loss:.3f}"
