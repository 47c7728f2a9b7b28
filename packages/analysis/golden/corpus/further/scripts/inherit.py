from abc import ABC, abstractmethod
from enum import Enum, IntEnum, auto

class Animal(ABC):
    count = 0
    kinds = []

    def __init__(self, name):
        self.name = name
        Animal.count += 1
        self.kinds.append(type(self).__name__)

    @abstractmethod
    def sound(self):
        ...

    def speak(self):
        return f"{self.name} says {self.sound()}"

    @classmethod
    def create(cls, name):
        return cls(name)

    @staticmethod
    def legs():
        return 4

class Dog(Animal):
    def sound(self):
        return "woof"

class Puppy(Dog):
    def __init__(self, name, age=1):
        super().__init__(name)
        self.age = age

    def sound(self):
        return super().sound() + "!"

class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def f(self):
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, value):
        self._c = (value - 32) * 5 / 9

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

class Stage(IntEnum):
    TRAIN = auto()
    TEST = auto()

d = Dog("Rex")
p = Puppy.create("Bit")
said = d.speak()
said2 = p.speak()
count = Animal.count
kinds = Animal.kinds
legs = Dog.legs()
is_dog = isinstance(p, Dog)
sub = issubclass(Puppy, Animal)
t = Temp(100)
f = t.f
t.f = 32
c = t._c
red = Color.RED.value
name = Color.GREEN.name
same = Color(3) is Color.BLUE
members = [m.name for m in Color]
by_name = Color["RED"].value
stage = Stage.TEST + 1
eq_stage = Stage.TRAIN == 1
n_colors = len(Color)
cls_name = d.__class__.__name__
has = hasattr(p, "age")
got = getattr(p, "weight", 3.5)
setattr(p, "weight", 4.0)
w = p.weight
mro = [k.__name__ for k in Puppy.__mro__][:3]
