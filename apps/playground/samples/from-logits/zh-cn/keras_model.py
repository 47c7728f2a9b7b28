# from_logits 必须与最后一层一致。
import keras
from keras import layers, losses

probabilities = keras.Sequential([
    keras.Input(shape=(784,)),
    layers.Dense(128, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
probabilities.compile(
    optimizer="adam",
    loss=losses.SparseCategoricalCrossentropy(from_logits=True),
)

logits = keras.Sequential([
    keras.Input(shape=(784,)),
    layers.Dense(128, activation="relu"),
    layers.Dense(10),
])
logits.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
)

agreed = keras.Sequential([
    keras.Input(shape=(784,)),
    layers.Dense(10),
])
agreed.compile(
    optimizer="adam",
    loss=losses.SparseCategoricalCrossentropy(from_logits=True),
)
