def expected(a, b):
    return 1 / (1 + 10 ** ((b - a) / 400))

class Player:
    def __init__(self, name, rating=1500):
        self.name = name
        self.rating = rating

    def update(self, other, won, k=32):
        e = expected(self.rating, other.rating)
        self.rating += k * ((1 if won else 0) - e)
        return e

anna, bo = Player("anna", 1600), Player("bo")
before = expected(anna.rating, bo.rating)
e = anna.update(bo, won=False)
rating = anna.rating
label = f"{anna.name}: {anna.rating:.1f}"
