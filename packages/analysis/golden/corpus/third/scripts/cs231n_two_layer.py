import numpy as np

X = np.array([[1.0, 2.0], [-1.0, 0.5], [0.3, -0.7]])
y = np.array([0, 1, 1])
W = np.array([[0.1, -0.2, 0.3], [0.0, 0.4, -0.1]])
b = np.zeros((1, 3))
W2 = np.array([[0.2, -0.3], [0.5, 0.1], [-0.4, 0.6]])
b2 = np.zeros((1, 2))
reg = 1e-3
step_size = 1.0
num_examples = X.shape[0]
losses = []
for i in range(10):
    hidden_layer = np.maximum(0, np.dot(X, W) + b)
    scores = np.dot(hidden_layer, W2) + b2
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    correct_logprobs = -np.log(probs[range(num_examples), y])
    data_loss = np.sum(correct_logprobs) / num_examples
    reg_loss = 0.5 * reg * np.sum(W * W) + 0.5 * reg * np.sum(W2 * W2)
    loss = data_loss + reg_loss
    if i % 3 == 0:
        losses.append(loss)
        print("iteration %d: loss %f" % (i, loss))
    dscores = probs.copy()
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples
    dW2 = np.dot(hidden_layer.T, dscores)
    db2 = np.sum(dscores, axis=0, keepdims=True)
    dhidden = np.dot(dscores, W2.T)
    dhidden[hidden_layer <= 0] = 0
    dW = np.dot(X.T, dhidden)
    db = np.sum(dhidden, axis=0, keepdims=True)
    dW2 += reg * W2
    dW += reg * W
    W += -step_size * dW
    b += -step_size * db
    W2 += -step_size * dW2
    b2 += -step_size * db2
record = losses
W_final = W
final_scores = np.dot(np.maximum(0, np.dot(X, W) + b), W2) + b2
predicted_class = np.argmax(final_scores, axis=1)
accuracy = np.mean(predicted_class == y)
message = 'training accuracy: %.2f' % accuracy
