import numpy as np
import torch

x = np.array([[1.0, 2.0, 3.0], [4.0, 6.0, 8.0]])
eps = 1e-5
gamma, beta = np.array([1.0, 2.0, 0.5]), np.array([0.0, 0.1, -0.1])

bn_mean = x.mean(axis=0)
bn_var = x.var(axis=0)
bn = gamma * (x - bn_mean) / np.sqrt(bn_var + eps) + beta

ln_mean = x.mean(axis=-1, keepdims=True)
ln_std = x.std(axis=-1, keepdims=True)
ln = (x - ln_mean) / (ln_std + eps)

rms = x / np.sqrt(np.mean(x ** 2, axis=-1, keepdims=True) + eps)
running_mean = np.zeros(3)
momentum = 0.9
for _ in range(3):
    running_mean = momentum * running_mean + (1 - momentum) * bn_mean

t = torch.tensor(x, dtype=torch.float32)
t_ln = torch.nn.functional.layer_norm(t, t.shape[1:])
t_norm = (t - t.mean(-1, keepdim=True)) / (t.var(-1, unbiased=False, keepdim=True) + eps).sqrt()
close = torch.allclose(t_ln, t_norm, atol=1e-5)
bn_layer = torch.nn.BatchNorm1d(3)
bn_train = bn_layer(t).detach()
track = bn_layer.running_mean
unit = t / t.norm(dim=1, keepdim=True)
