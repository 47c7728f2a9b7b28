import torch
import torch.nn as nn
import torch.nn.functional as F


class LeNet(nn.Module):
    def __init__(self, num_classes=10):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 6, 5, padding=2),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 5),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2),
        )
        self.classifier = nn.Sequential(nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, num_classes))

    def forward(self, x):
        return self.classifier(self.features(x))


net = LeNet()
sizes = []
h = torch.zeros(2, 1, 28, 28)
for layer in net.features:
    h = layer(h)
    sizes.append(tuple(h.shape))
del h
out_shape = net(torch.zeros(2, 1, 28, 28)).shape
total = sum(p.numel() for p in net.parameters())
conv_params = [m.weight.numel() + m.bias.numel() for m in net.modules() if isinstance(m, nn.Conv2d)]
per_layer = {name: p.numel() for name, p in net.named_parameters() if p.dim() > 1}
largest = max(per_layer, key=per_layer.get)


def conv_out(size, kernel, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


stem = conv_out(224, 7, stride=2, padding=3)
pooled = conv_out(stem, 3, 2, 1)

edge = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
img = torch.tensor([[0.0, 0.0, 1.0, 1.0]] * 4)[None, None]
sobel = F.conv2d(img, edge.view(1, 1, 3, 3))
both = F.conv2d(img, torch.stack([edge, edge.T]).unsqueeze(1), padding=1)
magnitude = both.pow(2).sum(dim=1).sqrt()
conv = nn.Conv2d(1, 1, kernel_size=2, stride=2, bias=False)
conv.weight.data = torch.full((1, 1, 2, 2), 0.25)
downsampled = conv(img)
matches_pool = torch.equal(downsampled, F.avg_pool2d(img, 2))
depthwise = F.conv2d(torch.ones(1, 2, 3, 3), torch.tensor([1.0, 2.0]).view(2, 1, 1, 1).expand(2, 1, 2, 2), groups=2)
gap = F.adaptive_avg_pool2d(both, 1).flatten(1)
cam = torch.einsum("bchw,c->bhw", both, torch.tensor([0.3, 0.7])).relu()
cam = cam / cam.max()
up = F.interpolate(img, scale_factor=2, mode="nearest").shape
bilinear = F.interpolate(torch.tensor([[[[0.0, 1.0], [2.0, 3.0]]]]), size=(3, 3), mode="bilinear", align_corners=True)
normalize = (img - 0.5) / 0.5
mean, std = img.mean((2, 3)), img.std((2, 3))
