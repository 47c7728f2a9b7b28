# float16 的最大值是 65504，超过 11.09 时 exp 就会溢出。把鼠标停在结果上看看。
import numpy as np
from scipy import special

logits = np.array([12.0, 11.0, 10.0], dtype=np.float16)

exponentials = np.exp(logits)
naive = exponentials / exponentials.sum()

# 先减去最大值再算：最大的指数是 0。
shifted = np.exp(logits - logits.max())
stable = shifted / shifted.sum()


def softmax(x):
    return np.exp(x) / np.sum(np.exp(x), axis=-1, keepdims=True)


probabilities = softmax(np.random.randn(4, 3))

# 先求 softmax 再取对数，会丢掉很小的值；有现成的函数，也有安全的修复。
log_probabilities = np.log(special.softmax(np.random.randn(4, 3), axis=-1))
