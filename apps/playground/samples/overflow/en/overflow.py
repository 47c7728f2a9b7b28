# float16 ends at 65504, so exp overflows beyond 11.09. Rest the mouse on the results.
import numpy as np
from scipy import special

logits = np.array([12.0, 11.0, 10.0], dtype=np.float16)

exponentials = np.exp(logits)
naive = exponentials / exponentials.sum()

# The same after subtracting the maximum: the largest exponent is 0.
shifted = np.exp(logits - logits.max())
stable = shifted / shifted.sum()


def softmax(x):
    return np.exp(x) / np.sum(np.exp(x), axis=-1, keepdims=True)


probabilities = softmax(np.random.randn(4, 3))

# The logarithm of a softmax loses what is small; there is a function for it, and a safe fix.
log_probabilities = np.log(special.softmax(np.random.randn(4, 3), axis=-1))
