import torch
import torch.nn as nn
import torch.nn.functional as F

teacher = torch.tensor([[5.0, 2.0, 0.5], [1.0, 4.0, 0.0]])
student = torch.tensor([[3.0, 2.0, 1.0], [1.0, 2.0, 0.5]])
labels = torch.tensor([0, 1])
T = 4.0
alpha = 0.7
soft_targets = F.softmax(teacher / T, dim=-1)
soft_prob = F.log_softmax(student / T, dim=-1)
soft_loss = F.kl_div(soft_prob, soft_targets, reduction="batchmean") * T ** 2
pytorch_tutorial = torch.sum(soft_targets * (soft_targets.log() - soft_prob)) / soft_prob.size()[0] * (T ** 2)
hard_loss = nn.CrossEntropyLoss()(student, labels)
loss = alpha * soft_loss + (1 - alpha) * hard_loss
value = float(loss)
agreement = (teacher.argmax(1) == student.argmax(1)).float().mean()
sharp = F.softmax(teacher, dim=-1)
entropies = [-(p * p.log()).sum(-1).mean().item() for p in (sharp, soft_targets)]
mixup = 0.3 * F.one_hot(labels, 3) + 0.7 * F.one_hot(labels.flip(0), 3)
mix_loss = F.cross_entropy(student, mixup)
ema = {"w": torch.tensor([1.0])}
for step in range(3):
    for k, v in ema.items():
        ema[k] = 0.9 * v + 0.1 * torch.tensor([0.0])
shadow = ema["w"]
