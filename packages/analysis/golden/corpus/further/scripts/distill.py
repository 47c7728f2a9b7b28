import torch
import torch.nn as nn
import torch.nn.functional as F

teacher_logits = torch.tensor([[5.0, 2.0, -1.0], [0.5, 3.0, 0.0]])
student_logits = torch.tensor([[3.0, 1.0, 0.0], [0.0, 1.5, 0.5]])
labels = torch.tensor([0, 1])
T = 4.0
alpha = 0.7

class DistillationLoss(nn.Module):
    def __init__(self, temperature, alpha):
        super().__init__()
        self.temperature = temperature
        self.alpha = alpha
        self.kl = nn.KLDivLoss(reduction="batchmean")
        self.ce = nn.CrossEntropyLoss()

    def forward(self, student, teacher, labels):
        soft_targets = F.softmax(teacher / self.temperature, dim=-1)
        soft_student = F.log_softmax(student / self.temperature, dim=-1)
        soft = self.kl(soft_student, soft_targets) * self.temperature ** 2
        hard = self.ce(student, labels)
        return self.alpha * soft + (1 - self.alpha) * hard

criterion = DistillationLoss(T, alpha)
loss = criterion(student_logits, teacher_logits, labels)
hard_only = DistillationLoss(T, 0.0)(student_logits, teacher_logits, labels)
soft_targets = F.softmax(teacher_logits / T, dim=1)
agreement = (teacher_logits.argmax(1) == student_logits.argmax(1)).float().mean()
value = loss.item()
