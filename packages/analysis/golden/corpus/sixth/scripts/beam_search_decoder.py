import heapq
import math
from typing import NamedTuple

VOCAB = ["<eos>", "a", "b", "c"]
STEP_PROBS = {
    "": [0.05, 0.5, 0.4, 0.05],
    "a": [0.1, 0.2, 0.3, 0.4],
    "b": [0.6, 0.1, 0.1, 0.2],
    "c": [0.7, 0.1, 0.1, 0.1],
}


class Hypothesis(NamedTuple):
    score: float
    tokens: tuple = ()
    finished: bool = False

    @property
    def text(self):
        return "".join(self.tokens)

    def extend(self, token, p):
        score = self.score + math.log(p)
        if token == "<eos>":
            return self._replace(score=score, finished=True)
        return Hypothesis(score, self.tokens + (token,))


def next_probs(hyp):
    last = hyp.tokens[-1] if hyp.tokens else ""
    return STEP_PROBS[last]


def beam_search(width, max_len=4):
    beams = [Hypothesis(0.0)]
    for _ in range(max_len):
        candidates = []
        for hyp in beams:
            if hyp.finished:
                candidates.append(hyp)
                continue
            candidates.extend(hyp.extend(tok, p) for tok, p in zip(VOCAB, next_probs(hyp)))
        beams = heapq.nlargest(width, candidates, key=lambda h: h.score)
        if all(h.finished for h in beams):
            break
    return beams


def greedy(max_len=4):
    hyp = Hypothesis(0.0)
    while not hyp.finished and len(hyp.tokens) < max_len:
        probs = next_probs(hyp)
        i = max(range(len(probs)), key=probs.__getitem__)
        hyp = hyp.extend(VOCAB[i], probs[i])
    return hyp


greedy_result = greedy()
greedy_text, greedy_p = greedy_result.text, round(math.exp(greedy_result.score), 4)
best = beam_search(3)
found = [(h.text, round(math.exp(h.score), 4), h.finished) for h in best]
by_width = {w: beam_search(w)[0].text for w in (1, 2, 3)}
normalised = sorted(best, key=lambda h: h.score / max(1, len(h.tokens)), reverse=True)[0].text
top_score = best[0].score
first = tuple(best[0])
total_p = sum(math.exp(h.score) for h in best)
