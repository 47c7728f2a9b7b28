"""Each optimizer on f(w) = sum((w - target)^2), and Adam against its formula."""
import torch
from torch import optim

target = torch.tensor([1.0, -2.0])


def run(make, steps=4):
    w = torch.zeros(2, requires_grad=True)
    opt = make([w])
    for _ in range(steps):
        opt.zero_grad()
        ((w - target) ** 2).sum().backward()
        opt.step()
    return w.detach()


sgd = run(lambda p: optim.SGD(p, lr=0.1))
momentum = run(lambda p: optim.SGD(p, lr=0.1, momentum=0.9))
nesterov = run(lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True))
decay = run(lambda p: optim.SGD(p, lr=0.1, weight_decay=0.01))
adam = run(lambda p: optim.Adam(p, lr=0.1))
adamw = run(lambda p: optim.AdamW(p, lr=0.1, weight_decay=0.1))
rms = run(lambda p: optim.RMSprop(p, lr=0.05, alpha=0.9))
adagrad = run(lambda p: optim.Adagrad(p, lr=0.5))
adadelta = run(lambda p: optim.Adadelta(p, lr=1.0))
amsgrad = run(lambda p: optim.Adam(p, lr=0.1, betas=(0.8, 0.95), amsgrad=True))

# Adam, written out
w = torch.zeros(2)
m = torch.zeros_like(w)
s = torch.zeros_like(w)
beta1, beta2, eps = 0.9, 0.999, 1e-8
for t in range(1, 5):
    g = 2 * (w - target)
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g * g
    m_hat = m / (1 - beta1**t)
    s_hat = s / (1 - beta2**t)
    w = w - 0.1 * m_hat / (s_hat.sqrt() + eps)
close = torch.allclose(w, adam, atol=1e-5)

distances = {
    name: torch.dist(value, target).item()
    for name, value in [("sgd", sgd), ("momentum", momentum), ("adam", adam), ("rmsprop", rms)]
}
best = min(distances, key=distances.get)
ranking = sorted(distances, key=lambda k: distances[k])
print(best, ranking)
