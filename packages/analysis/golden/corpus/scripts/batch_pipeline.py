import torch
import torch.nn.functional as F

batches = [
    (torch.tensor([[2.0, 0.0], [0.5, 1.5]]), torch.tensor([0, 1])),
    (torch.tensor([[0.1, 0.2], [3.0, -1.0]]), torch.tensor([1, 1])),
]
correct, seen, running = 0, 0, 0.0
for logits, labels in batches:
    running += F.cross_entropy(logits, labels).item() * labels.size(0)
    correct += (logits.argmax(dim=1) == labels).sum().item()
    seen += labels.size(0)
accuracy = correct / seen
mean_loss = running / seen
