import torch
import torch.nn as nn

config = {"loss": "bce", "threshold": 0.5, "layers": [4, 2]}

def make_loss(name, **kwargs):
    if name == "ce":
        return nn.CrossEntropyLoss(**kwargs)
    if name == "bce":
        return nn.BCEWithLogitsLoss(**kwargs)
    raise ValueError(f"unknown loss {name}")

criterion = make_loss(config["loss"], reduction="none")
logits = torch.tensor([0.3, -1.2])
loss = criterion(logits, torch.tensor([1.0, 0.0]))
flags = torch.sigmoid(logits) > config.get("threshold", 0.5)
depth = len(config["layers"])
name = config.get("optimizer", "sgd")
