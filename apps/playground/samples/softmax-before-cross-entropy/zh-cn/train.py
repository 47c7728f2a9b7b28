# 模型在 model.py 里。单看哪个文件都没有错，合在一起就错了。
import torch
import torch.nn as nn
from model import Classifier

model = Classifier()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())


def train(batches):
    for images, digits in batches:
        optimizer.zero_grad()
        loss = criterion(model(images), digits)
        loss.backward()
        optimizer.step()


train([(torch.randn(32, 784), torch.randint(0, 10, (32,)))])
