import numpy as np

def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

W = np.array([[1.0, -0.5], [-0.3, 0.8], [0.2, 0.2]])
b = np.array([0.1, -0.2, 0.0])
X = np.array([[1.0, 2.0], [-1.0, 0.5], [2.0, -1.0]])
scores = X @ W.T + b
ovr = sigmoid(scores)
ovr_norm = ovr / ovr.sum(axis=1, keepdims=True)
pred = ovr.argmax(axis=1)
y = np.array([1, 1, 0])
Y = (y[:, None] == np.arange(3)).astype(float)
loss = -(Y * np.log(ovr) + (1 - Y) * np.log1p(-ovr)).sum(1).mean()
acc = np.mean(pred == y)
margin = np.sort(scores, axis=1)[:, -1] - np.sort(scores, axis=1)[:, -2]
svm = np.maximum(0, scores - scores[np.arange(3), y][:, None] + 1)
svm[np.arange(3), y] = 0
svm_loss = svm.sum() / 3
big = sigmoid(np.array([-1000.0, 0.0, 1000.0]))
platt = 1 / (1 + np.exp(1.5 * scores[:, 0] - 0.2))
