# Rest the mouse on a call, or on a name, to see what it holds. Nothing is run.
import torch
import torch.nn.functional as F

scores = torch.tensor([2.0, 1.0, 0.1])

# One of three classes: softmax shares out one whole. Make a score larger and the others shrink.
one_of_three = F.softmax(scores, dim=0)

# Any of three labels: sigmoid judges each score on its own. The sum means nothing.
any_of_three = torch.sigmoid(scores)

# Only the differences count: adding the same to every score changes nothing ...
shifted = F.softmax(scores + 100, dim=0)

# ... but a sigmoid looks at the score itself.
saturated = torch.sigmoid(scores + 100)
