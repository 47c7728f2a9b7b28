data = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
weights = [0.0, 0.0]
bias = 0.0
learning_rate = 0.1

def predict(x):
    activation = sum(w * xi for w, xi in zip(weights, x)) + bias
    return 1 if activation > 0 else 0

epochs = 0
while True:
    errors = 0
    for x, target in data:
        error = target - predict(x)
        if error != 0:
            errors += 1
            weights = [w + learning_rate * error * xi for w, xi in zip(weights, x)]
            bias += learning_rate * error
    epochs += 1
    if errors == 0 or epochs >= 50:
        break

predictions = [predict(x) for x, _ in data]
final_bias = round(bias, 6)
final_weights = [round(w, 6) for w in weights]
converged = errors == 0
