# A small network learns XOR, from weights written down
import torch
import torch.nn as nn

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])

model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
with torch.no_grad():
    model[0].weight.copy_(torch.tensor([[0.9, -0.8], [-0.7, 1.1], [0.4, 0.3]]))
    model[0].bias.copy_(torch.tensor([0.1, -0.2, 0.05]))
    model[2].weight.copy_(torch.tensor([[1.2, 0.9, -0.5]]))
    model[2].bias.zero_()

loss_fn = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for step in range(15):
    logits = model(X)
    loss = loss_fn(logits, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

final = loss.item()
probabilities = torch.sigmoid(model(X)).detach()
predictions = (probabilities > 0.5).int().flatten().tolist()
hidden = model[0].weight.detach()
