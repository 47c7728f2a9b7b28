import torch


def confusion_matrix(preds, labels, num_classes):
    cm = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    for t, p in zip(labels.view(-1), preds.view(-1)):
        cm[t.long(), p.long()] += 1
    return cm


def roc_auc(scores, targets):
    order = torch.argsort(scores, descending=True)
    t = targets[order]
    tps = torch.cumsum(t, 0).float()
    fps = torch.cumsum(1 - t, 0).float()
    tpr = torch.cat([torch.zeros(1), tps / tps[-1]])
    fpr = torch.cat([torch.zeros(1), fps / fps[-1]])
    return torch.trapz(tpr, fpr), tpr, fpr


def expected_calibration_error(conf, correct, n_bins=5):
    edges = torch.linspace(0, 1, n_bins + 1)
    ece = torch.zeros(1)
    for lo, hi in zip(edges[:-1], edges[1:]):
        in_bin = conf.gt(lo.item()) * conf.le(hi.item())
        prop = in_bin.float().mean()
        if prop.item() > 0:
            gap = torch.abs(conf[in_bin].mean() - correct[in_bin].float().mean())
            ece += gap * prop
    return ece


labels = torch.tensor([0, 1, 2, 2, 1, 0, 2, 1])
preds = torch.tensor([0, 2, 2, 2, 1, 0, 1, 1])
cm = confusion_matrix(preds, labels, 3)
tp = cm.diag()
precision = tp / cm.sum(0)
recall = tp / cm.sum(1)
f1 = 2 * precision * recall / (precision + recall)
macro_f1 = f1.mean().item()
support = cm.sum(dim=1)
weighted_f1 = (f1 * support).sum() / support.sum()
micro = tp.sum() / cm.sum()
balanced = recall.mean()
normalised = cm.float() / cm.sum(dim=1, keepdim=True)

scores = torch.tensor([0.9, 0.8, 0.7, 0.6, 0.55, 0.4, 0.3, 0.1])
targets = torch.tensor([1, 1, 0, 1, 0, 1, 0, 0])
auc, tpr, fpr = roc_auc(scores, targets)
conf = torch.tensor([0.95, 0.85, 0.65, 0.45, 0.75, 0.35])
correct = torch.tensor([True, True, False, True, True, False])
ece = expected_calibration_error(conf, correct)
thresholds = [0.25, 0.5, 0.75]
at = {t: int(((scores >= t) & (targets == 1)).sum()) for t in thresholds}
po = micro
pe = (cm.sum(0) * cm.sum(1)).sum() / cm.sum() ** 2
kappa = (po - pe) / (1 - pe)
iou = tp / (cm.sum(0) + cm.sum(1) - tp)
print(cm, f"macro F1 {macro_f1:.3f}, AUC {auc:.3f}, ECE {ece.item():.3f}", sep="\n")
