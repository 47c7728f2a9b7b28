import copy
from collections import OrderedDict

import torch
import torch.nn as nn

net = nn.Sequential(OrderedDict([
    ("fc1", nn.Linear(2, 2)),
    ("relu", nn.ReLU()),
    ("fc2", nn.Linear(2, 1)),
]))
state = {
    "fc1.weight": torch.tensor([[1.0, -1.0], [0.5, 2.0]]),
    "fc1.bias": torch.tensor([0.0, 0.1]),
    "fc2.weight": torch.tensor([[1.0, 2.0]]),
    "fc2.bias": torch.tensor([-0.5]),
}
result = net.load_state_dict(state)
message = str(result)
x = torch.tensor([[1.0, 2.0], [-1.0, 0.0]])
before = net(x).detach()

partial_result = net.load_state_dict({"fc2.bias": torch.tensor([1.0])}, strict=False)
missing = partial_result.missing_keys
shifted = net(x).detach() - before

# exponential moving average of weights
ema = copy.deepcopy(net)
for p in ema.parameters():
    p.requires_grad_(False)
with torch.no_grad():
    net.fc2.weight.mul_(3.0)
    for pe, pn in zip(ema.parameters(), net.parameters()):
        pe.mul_(0.9).add_(pn, alpha=0.1)
ema_weight = ema.fc2.weight.clone()
ema_out = ema(x)
trainable = sum(p.requires_grad for p in ema.parameters())

# freezing
for name, p in net.named_parameters():
    if name.startswith("fc1"):
        p.requires_grad = False
frozen = [n for n, p in net.named_parameters() if not p.requires_grad]
loss = net(x).pow(2).mean()
loss.backward()
no_grad = net.fc1.weight.grad is None
head_grad = net.fc2.weight.grad

# hooks
activations = {}


def save(name):
    def hook(module, inp, out):
        activations[name] = out.detach()
    return hook


handle = net.relu.register_forward_hook(save("relu"))
y = net(x)
handle.remove()
hidden = activations["relu"]
sparsity = (hidden == 0).float().mean().item()
params_mb = sum(p.nelement() * p.element_size() for p in net.parameters()) / 1024
total = torch.nn.utils.clip_grad_norm_(net.fc2.parameters(), max_norm=1.0)
clipped = net.fc2.weight.grad.clone()
keys = list(net.state_dict())
doubled = OrderedDict((k, v * 2) for k, v in net.state_dict().items())
net.load_state_dict(doubled)
double_out = net(x)
