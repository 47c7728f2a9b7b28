import math

import numpy as np
import torch
import torch.nn.functional as F

token_probs = [0.2, 0.5, 0.1, 0.05]
nll = [-math.log(p) for p in token_probs]
avg = sum(nll) / len(nll)
ppl = math.exp(avg)
bits = avg / math.log(2)
inverse_geo = np.prod(token_probs) ** (-1 / len(token_probs))
logits = torch.tensor([[[2.0, 0.5, -1.0], [0.3, 0.3, 0.3]]])
targets = torch.tensor([[0, 2]])
loss = F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1))
ppl_t = torch.exp(loss)
per_token = F.cross_entropy(logits.transpose(1, 2), targets, reduction="none")
shift_logits = logits[..., :-1, :].contiguous()
shift_labels = targets[..., 1:].contiguous()
shifted = F.cross_entropy(shift_logits.view(-1, 3), shift_labels.view(-1)).item()
log_probs = F.log_softmax(logits, dim=-1)
picked = torch.gather(log_probs, 2, targets.unsqueeze(-1)).squeeze(-1)
seq_logprob = picked.sum(dim=1)
seq_prob = seq_logprob.exp().item()
text = f"perplexity: {ppl:.2f}, bits per token: {bits:.3f}"
