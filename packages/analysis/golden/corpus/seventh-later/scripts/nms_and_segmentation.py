import torch
import torch.nn.functional as F


def box_iou(a, b):
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    lt = torch.maximum(a[:, None, :2], b[:, :2])
    rb = torch.minimum(a[:, None, 2:], b[:, 2:])
    wh = (rb - lt).clamp(min=0)
    inter = wh[..., 0] * wh[..., 1]
    return inter / (area_a[:, None] + area_b - inter)


def nms(boxes, scores, threshold):
    order = scores.argsort(descending=True)
    keep = []
    while order.numel() > 0:
        i = order[0]
        keep.append(i.item())
        if order.numel() == 1:
            break
        ious = box_iou(boxes[i].unsqueeze(0), boxes[order[1:]])[0]
        order = order[1:][ious <= threshold]
    return keep


boxes = torch.tensor([[0.0, 0.0, 10.0, 10.0], [1.0, 1.0, 11.0, 11.0], [20.0, 20.0, 30.0, 30.0], [0.0, 0.0, 9.0, 9.0]])
scores = torch.tensor([0.9, 0.8, 0.7, 0.95])
ious = box_iou(boxes, boxes)
kept = nms(boxes, scores, 0.5)
kept_scores = scores[kept]

# segmentation: [N, C, H, W] logits
seg_logits = torch.tensor([[[[2.0, 0.5], [0.1, -1.0]], [[1.0, 1.5], [0.2, 2.0]]]])
mask = torch.tensor([[[0, 1], [255, 1]]])
pixel_loss = F.cross_entropy(seg_logits, mask, ignore_index=255)
pred = seg_logits.argmax(dim=1)
valid = mask != 255
pixel_acc = (pred[valid] == mask[valid]).float().mean().item()
hist = torch.bincount(2 * mask[valid] + pred[valid], minlength=4).reshape(2, 2)
per_class_iou = hist.diag() / (hist.sum(0) + hist.sum(1) - hist.diag())
miou = per_class_iou.mean()
probs = seg_logits.softmax(dim=1)
onehot = F.one_hot(mask.clamp(max=1), 2).permute(0, 3, 1, 2).float()
intersection = (probs * onehot).sum(dim=(2, 3))
dice = (2 * intersection + 1) / (probs.sum(dim=(2, 3)) + onehot.sum(dim=(2, 3)) + 1)
upsampled = F.interpolate(seg_logits, size=(4, 4), mode="bilinear", align_corners=False)
corner = upsampled[0, 0, 0].tolist()
flipped = torch.flip(seg_logits, dims=[-1])
tta = (seg_logits.softmax(1) + flipped.softmax(1).flip(-1)) / 2
edges = F.max_pool2d(pred.float().unsqueeze(1), 3, stride=1, padding=1) - pred.float()
patches = seg_logits.unfold(2, 1, 1).unfold(3, 1, 1).shape
