import torch
import torch.nn.functional as F
from torch.nn.utils.rnn import pad_sequence

seqs = [torch.tensor([5, 3]), torch.tensor([7]), torch.tensor([1, 2, 4])]
padded = pad_sequence(seqs, batch_first=True, padding_value=0)
lengths = torch.tensor([len(s) for s in seqs])
mask = torch.arange(padded.size(1))[None, :] < lengths[:, None]
alt = padded != 0
same = torch.equal(mask, alt)
emb = padded.float().unsqueeze(-1) * torch.tensor([1.0, 0.5])
summed = (emb * mask.unsqueeze(-1)).sum(1)
avg = summed / lengths.unsqueeze(1)
scores = torch.tensor([[1.0, 2.0, 3.0]] * 3)
w = scores.masked_fill(~mask, float("-inf")).softmax(-1)
ctx = torch.bmm(w.unsqueeze(1), emb).squeeze(1)
logits = torch.zeros(3, 3, 8)
logits[:, :, 2] = 1.0
targets = padded.masked_fill(~mask, -100)
loss = F.cross_entropy(logits.reshape(-1, 8), targets.reshape(-1), ignore_index=-100)
counted = (targets != -100).sum().item()
tok = F.cross_entropy(logits.permute(0, 2, 1), targets, reduction="none")
per_seq = tok.sum(1) / mask.sum(1)
acc = ((logits.argmax(-1) == padded) & mask).sum() / mask.sum()
sorted_len, perm = lengths.sort(descending=True)
reordered = padded[perm]
restored = reordered[perm.argsort()]
back = torch.equal(restored, padded)
shifted = torch.cat([torch.full((3, 1), 9), padded[:, :-1]], dim=1)
trimmed = [p[:n].tolist() for p, n in zip(padded, lengths)]
bert = (1.0 - mask.float()) * torch.finfo(torch.float32).min
