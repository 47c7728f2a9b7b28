import torch
import torch.nn.functional as F

T = 4.0
student = torch.tensor([[1.0, 2.0, 0.5]])
teacher = torch.tensor([[0.5, 3.0, 0.2]])
soft_targets = F.softmax(teacher / T, dim=1)
log_student = F.log_softmax(student / T, dim=1)
kd = F.kl_div(log_student, soft_targets, reduction="batchmean") * T * T
hard = F.cross_entropy(student, torch.tensor([1]))
alpha = 0.3
loss = alpha * kd + (1 - alpha) * hard
