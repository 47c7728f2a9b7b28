import numpy as np
import torch
import torch.nn as nn
from sklearn.metrics import f1_score, hamming_loss, multilabel_confusion_matrix

logits = torch.tensor([[1.2, -0.8, 0.3], [-1.5, 2.0, 0.1], [0.4, 0.6, -2.2]])
labels = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 1.0, 0.0]])
probs = torch.sigmoid(logits)
preds = (probs > 0.5).int()
exact_match = (preds == labels.int()).all(dim=1).float().mean()
bce = nn.BCEWithLogitsLoss()(logits, labels)
bce_prob = nn.BCELoss()(probs, labels)
close = torch.isclose(bce, bce_prob, atol=1e-6).item()
per_class = nn.BCEWithLogitsLoss(reduction="none")(logits, labels).mean(dim=0)
pos_weight = (labels.shape[0] - labels.sum(0)) / labels.sum(0)
weighted = nn.BCEWithLogitsLoss(pos_weight=pos_weight)(logits, labels)
tp = (preds * labels).sum(0)
fp = (preds * (1 - labels)).sum(0)
fn = ((1 - preds) * labels).sum(0)
precision = tp / (tp + fp).clamp(min=1)
recall = tp / (tp + fn).clamp(min=1)
f1 = 2 * precision * recall / (precision + recall + 1e-8)
macro = f1.mean().item()
micro = (2 * tp.sum() / (2 * tp.sum() + fp.sum() + fn.sum())).item()
y_true, y_hat = labels.numpy().astype(int), preds.numpy()
sk_micro = f1_score(y_true, y_hat, average="micro")
sk_macro = f1_score(y_true, y_hat, average="macro")
sk_samples = f1_score(y_true, y_hat, average="samples")
ham = hamming_loss(y_true, y_hat)
mcm = multilabel_confusion_matrix(y_true, y_hat)
tags = ["sport", "politics", "tech"]
named = [[tag for tag, on in zip(tags, row) if on] for row in preds.tolist()]
thresholds = torch.tensor([0.3, 0.5, 0.7])
tuned = (probs >= thresholds).long()
row_sums = probs.sum(dim=1)
softmaxed = torch.softmax(logits, dim=1)
not_exclusive = bool((row_sums > 1).any())
top = probs.topk(2, dim=1).indices.tolist()
jaccard = ((preds & labels.int()).sum(1) / (preds | labels.int()).sum(1)).mean()
printed = f"{macro:.3f} {micro:.3f}"
soft_margin = nn.MultiLabelSoftMarginLoss()(logits, labels)
text = str(preds)
