from dataclasses import dataclass
from typing import List, Tuple

import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, Dataset


@dataclass
class Config:
    batch_size: int = 2
    pad_id: int = 0
    max_len: int = 4
    lower: bool = True


class TextDataset(Dataset):
    def __init__(self, samples: List[Tuple[str, int]], cfg: Config):
        self.cfg = cfg
        words = sorted({w for text, _ in samples for w in self.tokenize(text)})
        self.vocab = {"<pad>": cfg.pad_id, **{w: i + 1 for i, w in enumerate(words)}}
        self.samples = samples

    def tokenize(self, text):
        return (text.lower() if self.cfg.lower else text).split()

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, idx):
        text, label = self.samples[idx]
        ids = [self.vocab[w] for w in self.tokenize(text)][: self.cfg.max_len]
        return torch.tensor(ids), torch.tensor(label)


def collate(batch):
    xs, ys = zip(*batch)
    lengths = torch.tensor([len(x) for x in xs])
    return pad_sequence(xs, batch_first=True, padding_value=0), torch.stack(ys), lengths


cfg = Config(max_len=3)
data = TextDataset([("Good movie", 1), ("bad bad plot today", 0), ("good plot", 1)], cfg)
loader = DataLoader(data, batch_size=cfg.batch_size, shuffle=False, collate_fn=collate)

n_batches = len(loader)
vocab_size = len(data.vocab)
first_ids, first_label = data[0]
batches = []
token_total = 0
for ids, ys, lengths in loader:
    mask = ids != cfg.pad_id
    token_total += int(mask.sum())
    batches.append((ids.tolist(), ys.tolist(), lengths.tolist()))
ids_shape = tuple(ids.shape)
counts = torch.stack([torch.bincount(data[i][0], minlength=vocab_size) for i in range(len(data))])
doc_freq = (counts > 0).sum(dim=0)
idf = torch.log(len(data) / doc_freq.clamp(min=1).float())
tfidf = counts * idf
inverse = {i: w for w, i in data.vocab.items()}
decoded = [" ".join(inverse[i] for i in row if i) for row in batches[0][0]]
labels = [int(y) for _, y in data]
positive_rate = sum(labels) / len(labels)
print(cfg, decoded)
