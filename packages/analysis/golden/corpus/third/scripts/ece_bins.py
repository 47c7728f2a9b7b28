import torch
import numpy as np


class ECELoss(torch.nn.Module):
    def __init__(self, n_bins=5):
        super().__init__()
        bin_boundaries = torch.linspace(0, 1, n_bins + 1)
        self.bin_lowers = bin_boundaries[:-1]
        self.bin_uppers = bin_boundaries[1:]

    def forward(self, logits, labels):
        softmaxes = torch.nn.functional.softmax(logits, dim=1)
        confidences, predictions = torch.max(softmaxes, 1)
        accuracies = predictions.eq(labels)
        ece = torch.zeros(1)
        for bin_lower, bin_upper in zip(self.bin_lowers, self.bin_uppers):
            in_bin = confidences.gt(bin_lower.item()) * confidences.le(bin_upper.item())
            prop_in_bin = in_bin.float().mean()
            if prop_in_bin.item() > 0:
                accuracy_in_bin = accuracies[in_bin].float().mean()
                avg_confidence_in_bin = confidences[in_bin].mean()
                ece += torch.abs(avg_confidence_in_bin - accuracy_in_bin) * prop_in_bin
        return ece


logits = torch.tensor([[2.0, 0.5, 0.1], [0.1, 3.0, 0.2], [1.0, 1.1, 0.9], [0.0, 0.5, 2.5]])
labels = torch.tensor([0, 1, 2, 2])
ece = ECELoss()(logits, labels)
value = ece.item()

conf = np.array([0.95, 0.85, 0.75, 0.65, 0.55])
correct = np.array([1, 1, 0, 1, 0])
bins = np.linspace(0.5, 1.0, 6)
idx = np.digitize(conf, bins) - 1
by_bin = {int(b): (conf[idx == b].mean(), correct[idx == b].mean()) for b in np.unique(idx)}
ece_np = sum(abs(c - a) * np.mean(idx == b) for b, (c, a) in by_bin.items())
mce = max(abs(c - a) for c, a in by_bin.values())
