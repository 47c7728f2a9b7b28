# One parameter under several optimizers
import torch


def run(make, steps=4):
    w = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
    optimizer = make([w])
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (w ** 2).sum() + w[0] * w[1]
        loss.backward()
        optimizer.step()
    return w.detach()


sgd = run(lambda p: torch.optim.SGD(p, lr=0.1))
momentum = run(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9))
nesterov = run(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True))
dampened = run(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.5))
decayed = run(lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.01))
uphill = run(lambda p: torch.optim.SGD(p, lr=0.1, maximize=True), steps=2)
adam = run(lambda p: torch.optim.Adam(p, lr=0.1))
adam_betas = run(lambda p: torch.optim.Adam(p, lr=0.1, betas=(0.8, 0.9), eps=1e-6))
adam_decay = run(lambda p: torch.optim.Adam(p, weight_decay=0.1))
amsgrad = run(lambda p: torch.optim.Adam(p, lr=0.1, amsgrad=True))
adamw = run(lambda p: torch.optim.AdamW(p, lr=0.1))
rmsprop = run(lambda p: torch.optim.RMSprop(p, lr=0.05))
rmsprop_momentum = run(lambda p: torch.optim.RMSprop(p, lr=0.05, momentum=0.9, centered=True))
adagrad = run(lambda p: torch.optim.Adagrad(p, lr=0.5))
groups = run(lambda p: torch.optim.SGD([{"params": p, "lr": 0.2}], lr=0.1))
