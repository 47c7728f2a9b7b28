import torch
import torch.nn.functional as F

teacher = torch.tensor([[6.0, 2.0, 1.0], [0.5, 4.0, 0.5]])
student = torch.tensor([[4.0, 2.5, 0.5], [1.0, 2.0, 1.5]])
labels = torch.tensor([0, 1])
T = 4.0
alpha = 0.7
soft_teacher = F.softmax(teacher / T, dim=1)
log_student = F.log_softmax(student / T, dim=1)
kd = F.kl_div(log_student, soft_teacher, reduction="batchmean") * T * T
ce = F.cross_entropy(student, labels)
total = alpha * kd + (1 - alpha) * ce
hard_conf = F.softmax(teacher, dim=1).max(dim=1)[0]
soft_conf = soft_teacher.max(dim=1)[0]
softened = (soft_conf < hard_conf).all().item()
agreement = (teacher.argmax(1) == student.argmax(1)).float().mean().item()
dark = soft_teacher.clone()
dark[torch.arange(2), labels] = 0
dark = dark / dark.sum(dim=1, keepdim=True)
sweep = []
for t in [1, 2, 4, 8]:
    p = F.softmax(teacher / t, dim=1)
    sweep.append([round(v, 3) for v in p[0].tolist()])
entropy = -(soft_teacher * soft_teacher.log()).sum(1)
cross = -(soft_teacher * log_student).sum(1)
kl_rows = cross - entropy
mse_logits = F.mse_loss(student, teacher)
weights = torch.linspace(0, 1, 3)
mixes = [(w * kd + (1 - w) * ce).item() for w in weights]
best_w = weights[min(range(3), key=lambda i: mixes[i])].item()
