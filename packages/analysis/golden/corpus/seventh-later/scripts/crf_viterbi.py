"""Sequence tagging: forward algorithm and Viterbi decoding of a linear-chain CRF."""
from typing import List, Tuple

import torch

tags = ["O", "B", "I"]
transitions = torch.tensor([[0.5, 0.2, -1.0], [0.1, -0.3, 0.9], [0.3, 0.0, 0.4]])
start = torch.tensor([0.3, 0.5, -2.0])
emissions = torch.tensor([[1.0, 0.2, -0.5], [0.1, 1.2, 0.3], [0.0, 0.1, 1.5], [1.1, 0.0, 0.2]])


def forward_algorithm(emissions: torch.Tensor) -> torch.Tensor:
    alpha = start + emissions[0]
    for emit in emissions[1:]:
        alpha = torch.logsumexp(alpha.unsqueeze(1) + transitions, dim=0) + emit
    return torch.logsumexp(alpha, dim=0)


def score_path(emissions: torch.Tensor, path: List[int]) -> torch.Tensor:
    score = start[path[0]] + emissions[0, path[0]]
    for t, (prev, cur) in enumerate(zip(path[:-1], path[1:]), start=1):
        score = score + transitions[prev, cur] + emissions[t, cur]
    return score


def viterbi(emissions: torch.Tensor) -> Tuple[List[int], float]:
    score = start + emissions[0]
    backpointers = []
    for emit in emissions[1:]:
        best, idx = (score.unsqueeze(1) + transitions).max(dim=0)
        backpointers.append(idx)
        score = best + emit
    best_tag = int(score.argmax())
    path = [best_tag]
    for idx in reversed(backpointers):
        path.append(int(idx[path[-1]]))
    return path[::-1], score.max().item()


log_z = forward_algorithm(emissions)
best_path, best_score = viterbi(emissions)
labels = [tags[i] for i in best_path]
path_score = score_path(emissions, best_path)
consistent = abs(path_score.item() - best_score) < 1e-5
nll = log_z - score_path(emissions, [0, 1, 2, 0])
posterior = (path_score - log_z).exp()
every = torch.stack([score_path(emissions[:2], [i, j]) for i in range(3) for j in range(3)])
brute = torch.logsumexp(every, 0)
agrees = torch.isclose(brute, forward_algorithm(emissions[:2]))
print(labels, round(nll.item(), 4))
