# Gradients through attention, temperature and a distillation loss
import math
import torch
import torch.nn.functional as F

q = torch.tensor([[1.0, 0.0], [0.5, 0.5]], requires_grad=True)
k = torch.tensor([[1.0, 1.0], [0.0, 2.0], [-1.0, 0.5]], requires_grad=True)
v = torch.tensor([[1.0], [2.0], [3.0]])
scores = q @ k.transpose(-2, -1) / math.sqrt(2)
weights = F.softmax(scores, dim=-1)
out = (weights @ v).sum()
out.backward()
dq, dk = q.grad, k.grad

T = 2.0
teacher = torch.tensor([[3.0, 1.0, 0.2], [0.1, 2.5, 0.3]])
student = torch.tensor([[1.0, 1.0, 1.0], [0.5, 0.5, 2.0]], requires_grad=True)
labels = torch.tensor([0, 1])
soft = F.kl_div(F.log_softmax(student / T, dim=1), F.softmax(teacher / T, dim=1), reduction="batchmean") * T * T
hard = F.cross_entropy(student, labels)
total = 0.7 * soft + 0.3 * hard
total.backward()
ds = student.grad
softmax_then_loss = torch.tensor([[10.0, -10.0]], requires_grad=True)
F.cross_entropy(F.softmax(softmax_then_loss, dim=1), torch.tensor([1])).backward()
vanished = softmax_then_loss.grad
right = torch.tensor([[10.0, -10.0]], requires_grad=True)
F.cross_entropy(right, torch.tensor([1])).backward()
healthy = right.grad
