# Dividing logits by a temperature widens or closes the gaps between them.
import torch

logits = torch.tensor([2.0, 1.0, 0.1])

sharp = torch.softmax(logits / 0.5, dim=0)  # more certain
plain = torch.softmax(logits, dim=0)
soft = torch.softmax(logits / 5.0, dim=0)  # almost even

# The limit for T towards 0 is the hardmax.
hard = torch.softmax(logits / 0.01, dim=0)

# A model that is asked with temperature 0 answers NaN: take the argmax instead.
head = torch.nn.Linear(16, 3)


def answer(features, temperature):
    return torch.softmax(head(features) / temperature, dim=-1)


answers = answer(torch.randn(4, 16), temperature=0.0)
