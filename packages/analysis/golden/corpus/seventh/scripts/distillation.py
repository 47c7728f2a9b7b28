import torch
import torch.nn.functional as F

T, alpha = 4.0, 0.7
teacher_logits = torch.tensor([[5.0, 1.0, -2.0], [0.5, 3.5, 0.0]])
student_logits = torch.tensor([[2.0, 1.5, -1.0], [1.0, 1.0, 0.5]], requires_grad=True)
labels = torch.tensor([0, 1])

soft_targets = F.softmax(teacher_logits / T, dim=-1)
soft_prob = F.log_softmax(student_logits / T, dim=-1)
kd = F.kl_div(soft_prob, soft_targets, reduction="batchmean") * (T ** 2)
manual_kd = torch.sum(soft_targets * (soft_targets.log() - soft_prob)) / soft_prob.size(0) * (T**2)
ce = F.cross_entropy(student_logits, labels)
loss = alpha * kd + (1 - alpha) * ce
loss.backward()
grad = student_logits.grad
grad_rows = grad.sum(dim=1).abs().max().item() < 1e-6

hard = teacher_logits.argmax(-1)
agreement = (student_logits.argmax(-1) == hard).float().mean()
dark = soft_targets[0, 1:] / soft_targets[0, 1:].sum()

sweep = {}
for temp in (1, 2, 4, 8):
    p = F.softmax(teacher_logits / temp, dim=-1)
    sweep[temp] = -(p * p.log()).sum(-1).mean().item()
temps = list(sweep)
rising = sorted(sweep.values()) == list(sweep.values())

kd_value, ce_value = kd.item(), ce.item()
parts = torch.stack([kd, ce]).detach()
report = "KD %.4f | CE %.4f" % (kd_value, ce_value)
print(report)
