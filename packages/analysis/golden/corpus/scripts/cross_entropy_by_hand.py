import math
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 1.0, 0.1]])
target = torch.tensor([0])
by_framework = F.cross_entropy(logits, target)
log_probs = F.log_softmax(logits, dim=1)
by_nll = F.nll_loss(log_probs, target)
by_hand = -math.log(math.exp(2.0) / (math.exp(2.0) + math.exp(1.0) + math.exp(0.1)))
wrong = F.cross_entropy(F.softmax(logits, dim=1), target)
gap = wrong - by_framework
