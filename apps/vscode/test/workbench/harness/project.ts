/** A project of several files, each there for what the tests look at in it. */

/** A notebook's file with these cells of code. */
export function notebook(...cells: readonly string[]): string {
  const code = cells.map((source) => ({ cell_type: 'code', source, metadata: {}, outputs: [], execution_count: null }));
  const metadata = { kernelspec: { name: 'python3', language: 'python', display_name: 'Python 3' } };
  return JSON.stringify({ cells: code, metadata, nbformat: 4, nbformat_minor: 5 });
}

export const project: Readonly<Record<string, string>> = {
  'model.py': `import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 10)

    def forward(self, x):
        return self.fc(x)


def loss_of(scores, labels):
    return F.nll_loss(scores, labels)
`,
  'train.py': `import torch
import torch.nn as nn
from model import Net, loss_of


def predict(outputs):
    return outputs.softmax(dim=1)


net, criterion = Net(), nn.CrossEntropyLoss()
x, y = torch.randn(32, 8), torch.randint(0, 10, (32,))
right = criterion(net(x), y)
probs = predict(net(x))
weights = torch.softmax(net(x), dim=0)
wrong = loss_of(probs, y)
`,
  'expected.py': `import torch

probs = torch.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)  # => [0.659, 0.242, 0.099]
odd = torch.sigmoid(torch.tensor(1.2))  # => 0.5
`,
  'heads.py': `import torch
import torch.nn as nn
from data import x, y


class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 2)

    def forward(self, x):
        return self.fc(x)


net = Two()
loss = nn.CrossEntropyLoss()(net(x), y)
probs = torch.softmax(net(x), dim=1)[:, 1]
`,
  'cells.ipynb': notebook(
    'import torch\nimport torch.nn.functional as F',
    'scale = 1.0',
    'scale = 2.0',
    'warm = F.softmax(torch.tensor([2.0, 1.0]) / scale, dim=0)',
    'log_probs = torch.log(F.softmax(torch.randn(4, 3), dim=1))',
  ),
  'page.js': `import * as tf from '@tensorflow/tfjs';

const p = tf.softmax(tf.tensor([2.0, 1.0, 0.1]));
const loss = tf.losses.softmaxCrossEntropy(tf.tensor([1, 0, 0]), p);
`,
  'softlens.json': '{}\n',
};
