/** Made-up programs of a given length, of the kinds people write: what a keystroke in a long file is measured on. */

const functionText = (i) => `
def step_${i}(model, batch, device='cpu', temperature=1.0):
    inputs, labels = batch
    inputs = inputs.to(device)
    scaled = model(inputs) / temperature
    if labels is None:
        return F.softmax(scaled, dim=-1)
    loss = F.cross_entropy(scaled, labels)
    accuracy = (scaled.argmax(-1) == labels).float().mean()
    for k in range(${(i % 5) + 1}):
        loss = loss + 0.1 * k
    return {'loss': loss, 'accuracy': accuracy.item()}
`;

const classText = (i) => `
class Net${i}(nn.Module):
    def __init__(self, dim=64, classes=10):
        super().__init__()
        self.fc1 = nn.Linear(784, dim)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(dim, classes)

    def forward(self, x):
        x = x.view(x.size(0), -1)
        x = self.drop(F.relu(self.fc1(x)))
        return self.head(x)

    def predict(self, x):
        with torch.no_grad():
            logits = self(x)
        return torch.softmax(logits, dim=1)
`;

const literalText = (i) => `
x${i} = np.array([${i % 7}.5, 0.25, -${i % 3}.0])
p${i} = softmax(x${i})
e${i} = np.exp(x${i}) / np.exp(x${i}).sum()
q${i} = torch.softmax(torch.tensor([${i % 5}.0, 1.0, 0.1]), dim=0)
loss${i} = -np.log(p${i}[0])
`;

const trainingText = (i) => `
for group in optimizer.param_groups:
    group['lr'] = ${i + 1}e-4
for epoch in range(3):
    total = 0.0
    for x, y in loader_${i}:
        optimizer.zero_grad()
        out = model(x.view(x.size(0), -1))
        loss = criterion(out, y)
        loss.backward()
        optimizer.step()
        total += loss.item() * x.size(0)
    history.append(total / ${100 + i})
probabilities_${i} = torch.softmax(model(torch.randn(4, 784)), dim=1)
`;

const imports =
  'import numpy as np\nimport torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nfrom scipy.special import softmax\n';
const model = `
model = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
history = []
`;

/** By name: a text of about so many lines. */
export const programs = {
  functions: (lines) => repeated(imports, functionText, lines),
  classes: (lines) => repeated(imports, classText, lines),
  literals: (lines) => repeated(imports, literalText, lines),
  training: (lines) => repeated(imports + model, trainingText, lines),
};

function repeated(head, part, lines) {
  let text = head;
  for (let i = 0, count = lineCount(head); count < lines; i++, count += lineCount(part(i))) text += part(i);
  return text;
}

const lineCount = (text) => text.split('\n').length - 1;
