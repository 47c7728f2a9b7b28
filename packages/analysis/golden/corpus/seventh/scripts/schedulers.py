import torch
import torch.nn as nn
from torch.optim import SGD, lr_scheduler


def lrs(factory, n=6, lr=0.1):
    opt = SGD([nn.Parameter(torch.zeros(1))], lr=lr)
    sched = factory(opt)
    out = []
    for _ in range(n):
        out.append(opt.param_groups[0]["lr"])
        opt.step()
        sched.step()
    return out


step = lrs(lambda o: lr_scheduler.StepLR(o, step_size=2, gamma=0.5))
multi = lrs(lambda o: lr_scheduler.MultiStepLR(o, milestones=[1, 4], gamma=0.1))
expo = lrs(lambda o: lr_scheduler.ExponentialLR(o, gamma=0.9))
cosine = lrs(lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=4, eta_min=0.01))
linear = lrs(lambda o: lr_scheduler.LinearLR(o, start_factor=0.5, total_iters=3))
const = lrs(lambda o: lr_scheduler.ConstantLR(o, factor=0.25, total_iters=2))
warmup = lrs(lambda o: lr_scheduler.LambdaLR(o, lr_lambda=lambda e: min(1.0, (e + 1) / 4)))
poly = lrs(lambda o: lr_scheduler.PolynomialLR(o, total_iters=4, power=1.0))

opt = SGD([nn.Parameter(torch.ones(2))], lr=1.0)
plateau = lr_scheduler.ReduceLROnPlateau(opt, factor=0.1, patience=1)
seen = []
for metric in [1.0, 0.9, 0.95, 0.97, 0.96, 0.99]:
    plateau.step(metric)
    seen.append(opt.param_groups[0]["lr"])

model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
groups = torch.optim.Adam([
    {"params": model[0].parameters(), "lr": 1e-4},
    {"params": model[1].parameters()},
], lr=1e-3)
rates = [g["lr"] for g in groups.param_groups]
last = lr_scheduler.StepLR(groups, 1, gamma=0.5)
groups.step()
last.step()
rates_after = last.get_last_lr()
drops = sum(1 for a, b in zip(step, step[1:]) if b < a)
peak = warmup.index(max(warmup))
final = {"step": step[-1], "cosine": round(cosine[-1], 5), "expo": round(expo[-1], 5)}
