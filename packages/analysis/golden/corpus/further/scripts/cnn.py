import torch
import torch.nn as nn
import torch.nn.functional as F

img = torch.arange(16, dtype=torch.float32).view(1, 1, 4, 4) / 16
kernel = torch.tensor([[[[1.0, 0.0], [0.0, -1.0]]], [[[0.5, 0.5], [0.5, 0.5]]]])
feat = F.conv2d(img, kernel)
act = F.relu(feat)
pooled = F.max_pool2d(act, kernel_size=2, stride=1)
flat = pooled.flatten(1)
W = torch.ones(2, 8) * 0.1
W[1] = -0.05
logits = F.linear(flat, W)
probs = F.softmax(logits, dim=1)
gap = feat.mean(dim=(2, 3))
strided = F.conv2d(img, kernel[:1], stride=2, padding=1)
shape = feat.shape
avg = F.avg_pool2d(img, 2)
up = F.interpolate(avg, scale_factor=2, mode="nearest")
conv = nn.Conv2d(1, 2, 2, bias=False)
conv.weight.data.copy_(kernel)
same = torch.equal(conv(img), feat)
