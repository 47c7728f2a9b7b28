import torch
import torch.nn as nn

model = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1), nn.Sigmoid())
model.load_state_dict({
    "0.weight": torch.tensor([[1.0, -1.0], [0.5, 0.5]]),
    "0.bias": torch.tensor([0.0, 0.1]),
    "2.weight": torch.tensor([[2.0, -1.0]]),
    "2.bias": torch.tensor([0.3]),
})
x = torch.tensor([[0.2, 0.4], [1.0, -1.0]])
p = model(x)
hidden = model[:2](x)
labels = (p.squeeze() >= 0.5).int()
last = model[-1]
loss = nn.BCELoss()(p, torch.tensor([[1.0], [0.0]]))
depth = len(model)
lin = nn.Linear(2, 1, bias=False)
nn.init.constant_(lin.weight, 0.5)
out = lin(x)
nn.init.zeros_(lin.weight)
zero = lin(x)
lin.weight.data = torch.tensor([[3.0, 4.0]])
out2 = lin(x)
emb = nn.Embedding.from_pretrained(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
vecs = emb(torch.tensor([1, 0]))
