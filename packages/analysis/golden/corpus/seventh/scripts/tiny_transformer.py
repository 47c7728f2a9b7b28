"""A one-block decoder with all weights set by a rule."""
import math
from functools import partial

import torch
import torch.nn as nn
import torch.nn.functional as F

Linear = partial(nn.Linear, bias=False)


class CausalSelfAttention(nn.Module):
    def __init__(self, dim, heads, block):
        super().__init__()
        assert dim % heads == 0
        self.heads = heads
        self.qkv = Linear(dim, 3 * dim)
        self.proj = Linear(dim, dim)
        self.register_buffer("mask", torch.tril(torch.ones(block, block)).view(1, 1, block, block))

    def forward(self, x):
        B, T, C = x.size()
        q, k, v = self.qkv(x).split(C, dim=2)
        q, k, v = (t.view(B, T, self.heads, C // self.heads).transpose(1, 2) for t in (q, k, v))
        att = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))
        att = att.masked_fill(self.mask[:, :, :T, :T] == 0, float("-inf"))
        att = F.softmax(att, dim=-1)
        y = (att @ v).transpose(1, 2).contiguous().view(B, T, C)
        return self.proj(y)


class Block(nn.Module):
    def __init__(self, dim, heads, block):
        super().__init__()
        self.ln_1 = nn.LayerNorm(dim)
        self.attn = CausalSelfAttention(dim, heads, block)
        self.ln_2 = nn.LayerNorm(dim)
        self.mlp = nn.ModuleDict(dict(c_fc=Linear(dim, 2 * dim), act=nn.GELU(), c_proj=Linear(2 * dim, dim)))

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        m = self.mlp
        return x + m.c_proj(m.act(m.c_fc(self.ln_2(x))))


class GPT(nn.Module):
    def __init__(self, vocab=5, dim=4, heads=2, block=4, layers=1):
        super().__init__()
        self.wte = nn.Embedding(vocab, dim)
        self.wpe = nn.Embedding(block, dim)
        self.blocks = nn.ModuleList([Block(dim, heads, block) for _ in range(layers)])
        self.head = Linear(dim, vocab)
        self.apply(self._init_weights)

    def _init_weights(self, module):
        if isinstance(module, (nn.Linear, nn.Embedding)):
            n = module.weight.numel()
            module.weight.data.copy_(torch.sin(torch.arange(n, dtype=torch.float)).view(module.weight.shape) * 0.5)

    def forward(self, idx, targets=None):
        T = idx.shape[1]
        x = self.wte(idx) + self.wpe(torch.arange(T))
        for blk in self.blocks:
            x = blk(x)
        logits = self.head(x)
        if targets is None:
            return logits, None
        return logits, F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1), ignore_index=-1)


model = GPT().eval()
idx = torch.tensor([[0, 1, 2], [3, 4, 0]])
targets = torch.tensor([[1, 2, 3], [4, 0, -1]])
logits, loss = model(idx, targets)
nothing = model(idx)[1]
perplexity = math.exp(loss.item())
next_token = logits[:, -1].argmax(-1)
prefix_logits, _ = model(idx[:, :2])
is_causal = torch.allclose(prefix_logits, logits[:, :2], atol=1e-6)
n_params = sum(p.numel() for p in model.parameters())
buffers = sum(b.numel() for b in model.buffers())
kinds = sorted({type(m).__name__ for m in model.modules()})
names = [n for n, p in model.named_parameters() if "ln" in n]
generated = idx[:1]
for _ in range(2):
    step_logits, _ = model(generated[:, -4:])
    nxt = step_logits[:, -1, :].argmax(dim=-1, keepdim=True)
    generated = torch.cat((generated, nxt), dim=1)
tokens = generated[0].tolist()
