classes = ["cat", "dog", "fox"]
probs = [0.659, 0.242, 0.099]
ranked = sorted(zip(classes, probs), key=lambda cp: -cp[1])
lines = [f"{c:<4}{p:>7.1%}" for c, p in ranked]
report = "\n".join(lines)
top, confidence = ranked[0]
title = "Top-1: {} ({:.2f})".format(top, confidence)
words = title.lower().split()
found = "cat" in title
