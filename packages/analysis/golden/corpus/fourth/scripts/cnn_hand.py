import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

image = np.array([[1, 2, 0, 1], [0, 1, 3, 1], [2, 1, 0, 0], [1, 0, 1, 2]], dtype=float)
kernel = np.array([[1, 0], [0, -1]], dtype=float)


def conv2d(x, k, stride=1):
    kh, kw = k.shape
    oh = (x.shape[0] - kh) // stride + 1
    ow = (x.shape[1] - kw) // stride + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[i, j] = np.sum(x[i * stride:i * stride + kh, j * stride:j * stride + kw] * k)
    return out


fmap = conv2d(image, kernel)
relu = np.maximum(fmap, 0)
strided = conv2d(image, kernel, stride=2)
pooled = image.reshape(2, 2, 2, 2).max(axis=(1, 3))
avg = image.reshape(2, 2, 2, 2).mean(axis=(1, 3))
t = torch.from_numpy(image).float().view(1, 1, 4, 4)
tk = torch.from_numpy(kernel).float().view(1, 1, 2, 2)
tconv = F.conv2d(t, tk)
match = np.allclose(tconv.squeeze().numpy(), fmap)
tpool = F.max_pool2d(t, 2)
padded = F.pad(t, (1, 1, 1, 1)).shape
conv = nn.Conv2d(1, 1, 2, bias=False)
conv.weight.data = tk
module_out = conv(t).detach()
flat = tpool.flatten(1)
head = nn.Linear(4, 3)
with torch.no_grad():
    head.weight.copy_(torch.arange(12.0).view(3, 4) / 10)
    head.bias.copy_(torch.tensor([0.1, 0.2, 0.3]))
logits = head(flat).detach()
probs = F.softmax(logits, dim=1)
bn = nn.BatchNorm2d(1)
bn.eval()
normed = bn(t).detach()
out_size = lambda n, k, s=1, p=0: (n + 2 * p - k) // s + 1
sizes = [out_size(28, 5), out_size(24, 2, 2), out_size(12, 3, p=1)]
params = sum(p.numel() for p in nn.Conv2d(3, 16, 3).parameters())
gap = F.adaptive_avg_pool2d(t, 1).flatten()
