import random

random.seed(10)
rolls = [random.randint(1, 6) for _ in range(8)]
mean = sum(rolls) / len(rolls)
deck = list(range(10))
random.shuffle(deck)
hand = deck[:3]
name = random.choice(["ann", "bob", "cid"])
pair = random.sample(["a", "b", "c", "d"], 2)
noise = [random.gauss(0, 1) for _ in range(3)]
weights = {k: random.random() for k in ("x", "y")}
steps = 0
for turn in range(6):
    steps += random.randrange(1, 4)
end = steps + 0
