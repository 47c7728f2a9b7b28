import torch
import torch.nn as nn

x = torch.tensor([[1.0, 10.0], [3.0, 20.0], [5.0, 60.0]])
bn = nn.BatchNorm1d(2, momentum=0.5)

train_out = bn(x)
running_mean = bn.running_mean.clone()
running_var = bn.running_var.clone()
tracked = bn.num_batches_tracked.item()

bn.eval()
eval_out = bn(x)
mode = bn.training
manual = (x - bn.running_mean) / torch.sqrt(bn.running_var + bn.eps)
agree = torch.allclose(manual, eval_out)

batch_mean = x.mean(0)
batch_var = x.var(0, unbiased=False)
by_hand = (x - batch_mean) / (batch_var + 1e-5).sqrt()
error = (train_out - by_hand).abs().max().item() < 1e-5

bn.train()
_ = bn(x * 2)
second_mean = bn.running_mean.tolist()
state = {k: v.tolist() for k, v in bn.state_dict().items()}
keys = list(state)

conv_bn = nn.BatchNorm2d(2)
img = torch.arange(16, dtype=torch.float).reshape(2, 2, 2, 2)
out4d = conv_bn(img)
channel_mean = out4d.mean(dim=(0, 2, 3))
channel_std = out4d.std(dim=[0, 2, 3], unbiased=False)


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def _norm(self, t):
        return t * torch.rsqrt(t.pow(2).mean(-1, keepdim=True) + self.eps)

    def forward(self, t):
        return self._norm(t.float()).type_as(t) * self.weight


rms = RMSNorm(2)(x)
half = RMSNorm(2)(x.half())
half_dtype = str(half.dtype)
ln = nn.LayerNorm(2)
with torch.no_grad():
    ln.weight.mul_(2)
    ln.bias.add_(1)
ln_out = ln(x)
modules = [type(mod).__name__ for mod in nn.Sequential(bn, nn.ReLU(), ln)]
