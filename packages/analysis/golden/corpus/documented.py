"""TensorFlow, Keras, JAX, Flax and Optax cannot be installed here: what their documentation says of each function is worked out
with NumPy in float64 and rounded to the dtype that the documentation names. Writes documented.json.

    python3 packages/analysis/golden/corpus/documented.py
"""
import json
import pathlib
import sys

import numpy as np
import scipy.special as special

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from describe import HERE, nested  # noqa: E402

ROWS = []
TF = "https://www.tensorflow.org/api_docs/python/tf/"
KERAS = "https://keras.io/api/"
JAX = "https://docs.jax.dev/en/latest/_autosummary/"
OPTAX = "https://optax.readthedocs.io/en/latest/api/losses.html"


def row(library, expression, value, source, dtype="float32"):
    value = np.asarray(value).astype(dtype)
    values = nested(value.astype(np.float64).tolist() if value.dtype.kind == "f" else value.tolist())
    ROWS.append({"expression": expression, "library": library, "dtype": dtype, "shape": list(value.shape), "values": values, "source": source})


def tf(expression, value, page, dtype="float32"):
    row("tensorflow", expression, value, TF + page, dtype)


def keras(expression, value, page, dtype="float32"):
    row("tensorflow", expression, value, KERAS + page, dtype)


def jax(expression, value, page, dtype="float32"):
    row("jax", expression, value, page if page.startswith("http") else JAX + page + ".html", dtype)


def softmax(x, axis=-1):
    return special.softmax(np.asarray(x, float), axis=axis)


def cross_entropy(p, y):
    return -(np.asarray(y) * np.log(np.asarray(p))).sum(-1)


def bce(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    return np.maximum(x, 0) - x * y + np.log1p(np.exp(-np.abs(x)))


Z = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]
ONE = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
P = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]


def tensorflow_rows():
    tf("tf.constant([1, 2])", [1, 2], "constant", "int32")
    tf("tf.constant([1.0, 2.0])", [1, 2], "constant")
    tf("tf.constant([1.5, 2.5], dtype=tf.float64)", [1.5, 2.5], "constant", "float64")
    tf("tf.cast(tf.constant([1.7, -1.7]), tf.int32)", [1, -1], "cast", "int32")
    tf("tf.constant([1, 2]) / 2", [0.5, 1.0], "math/divide", "float64")
    tf("tf.constant([-7, 7]) // 2", [-4, 3], "math/floordiv", "int32")
    tf("tf.constant([-7, 7]) % 3", [2, 1], "math/floormod", "int32")
    tf("tf.constant([1.0, 2.0]) + 1", [2, 3], "math/add")
    tf("tf.nn.softmax(tf.constant([2.0, 1.0, 0.1]))", softmax([2, 1, 0.1]), "nn/softmax")
    tf(f"tf.nn.softmax(tf.constant({Z}), axis=0)", softmax(Z, 0), "nn/softmax")
    tf("tf.nn.log_softmax([2.0, 1.0, 0.1])", np.log(softmax([2, 1, 0.1])), "nn/log_softmax")
    tf("tf.nn.sigmoid(tf.constant([0.0, 2.0]))", special.expit([0, 2]), "math/sigmoid")
    tf("tf.math.log_sigmoid(tf.constant([0.0, 2.0]))", np.log(special.expit([0, 2])), "math/log_sigmoid")
    tf("tf.nn.relu(tf.constant([-1.0, 2.0]))", [0, 2], "nn/relu")
    tf("tf.nn.leaky_relu(tf.constant([-1.0, 2.0]))", [-0.2, 2], "nn/leaky_relu")
    tf("tf.nn.elu(tf.constant([-1.0, 2.0]))", [np.expm1(-1), 2], "nn/elu")
    tf("tf.nn.softplus(tf.constant([0.0]))", [np.log(2)], "math/softplus")
    tf("tf.nn.l2_normalize(tf.constant([3.0, 4.0]))", [0.6, 0.8], "math/l2_normalize")
    tf("tf.reduce_sum(tf.constant([[1, 2], [3, 4]]), axis=1)", [3, 7], "math/reduce_sum", "int32")
    tf("tf.reduce_mean(tf.constant([1, 2, 4]))", 2, "math/reduce_mean", "int32")
    tf("tf.reduce_mean(tf.constant([[1.0, 2.0], [3.0, 5.0]]), axis=0, keepdims=True)", [[2, 3.5]], "math/reduce_mean")
    tf("tf.reduce_max(tf.constant([3.0, 7.0]))", 7, "math/reduce_max")
    tf("tf.reduce_prod(tf.constant([2.0, 3.0]))", 6, "math/reduce_prod")
    tf("tf.reduce_logsumexp(tf.constant([1.0, 2.0]))", special.logsumexp([1, 2]), "math/reduce_logsumexp")
    tf("tf.reduce_any(tf.constant([True, False]))", True, "math/reduce_any", "bool")
    tf(f"tf.argmax(tf.constant({Z}), axis=1)", [0, 1], "math/argmax", "int64")
    tf(f"tf.argmax({Z}, axis=-1, output_type=tf.int32)", [0, 1], "math/argmax", "int32")
    tf("tf.one_hot([0, 2], 3)", [[1, 0, 0], [0, 0, 1]], "one_hot")
    tf("tf.one_hot([1], depth=2, on_value=0.9, off_value=0.1)", [[0.1, 0.9]], "one_hot")
    tf("tf.math.exp(tf.constant([0.0, 1.0]))", np.exp([0, 1]), "math/exp")
    tf("tf.math.log(tf.constant([1.0, 10.0]))", np.log([1, 10]), "math/log")
    tf("tf.math.top_k(tf.constant([1.0, 4.0, 2.0]), k=2).values", [4, 2], "math/top_k")
    tf("tf.math.top_k(tf.constant([1.0, 4.0, 2.0]), k=2).indices", [1, 2], "math/top_k", "int32")
    tf("tf.clip_by_value(tf.constant([-1.0, 0.5, 2.0]), 0.0, 1.0)", [0, 0.5, 1], "clip_by_value")
    tf("tf.where(tf.constant([1.0, -1.0]) > 0, 1.0, 0.0)", [1, 0], "where")
    tf("tf.equal(tf.constant([1, 2]), tf.constant([1, 3]))", [True, False], "math/equal", "bool")
    tf("tf.matmul(tf.constant([[1.0, 2.0]]), tf.constant([[3.0], [4.0]]))", [[11]], "linalg/matmul")
    tf("tf.transpose(tf.constant([[1, 2], [3, 4]]))", [[1, 3], [2, 4]], "transpose", "int32")
    tf("tf.reshape(tf.range(6), (2, 3))", np.arange(6).reshape(2, 3), "reshape", "int32")
    tf("tf.concat([tf.constant([1]), tf.constant([2])], axis=0)", [1, 2], "concat", "int32")
    tf("tf.stack([tf.constant([1.0]), tf.constant([2.0])])", [[1], [2]], "stack")
    tf("tf.squeeze(tf.constant([[1.0]]))", 1, "squeeze")
    tf("tf.expand_dims(tf.constant([1.0, 2.0]), -1)", [[1], [2]], "expand_dims")
    tf("tf.gather(tf.constant([10, 20, 30]), [2, 0])", [30, 10], "gather", "int32")
    tf("tf.cumsum(tf.constant([1.0, 2.0, 3.0]))", [1, 3, 6], "math/cumsum")
    tf("tf.zeros((2,))", [0, 0], "zeros")
    tf("tf.ones_like(tf.constant([1, 2]))", [1, 1], "ones_like", "int32")
    tf("tf.linspace(0.0, 1.0, 3)", [0, 0.5, 1], "linspace")
    tf("tf.nn.softmax_cross_entropy_with_logits(labels=[[1.0, 0.0, 0.0]], logits=[[2.0, 1.0, 0.1]])", cross_entropy(softmax(Z[:1]), ONE[:1]), "nn/softmax_cross_entropy_with_logits")
    tf(f"tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[0, 1], logits={Z})", cross_entropy(softmax(Z), ONE), "nn/sparse_softmax_cross_entropy_with_logits")
    tf("tf.nn.sigmoid_cross_entropy_with_logits(labels=[1.0, 0.0], logits=[2.0, -1.0])", bce([2, -1], [1, 0]), "nn/sigmoid_cross_entropy_with_logits")


def tape_rows():
    """Statements stand before the expression."""
    x = "x = tf.Variable(3.0)\nwith tf.GradientTape(persistent=True) as tape:\n    y = x ** 2\n    z = tf.sin(x) * y\n"
    tf(x + "tape.gradient(y, x)", 6, "GradientTape")
    tf(x + "tape.gradient(z, x)", 9 * np.cos(3) + 6 * np.sin(3), "GradientTape")
    tf(x + "tape.gradient(z, y)", np.sin(3), "GradientTape")
    w = "w = tf.Variable([[1.0, 2.0], [3.0, 4.0]])\na = tf.constant([[1.0, 0.0], [2.0, 1.0]])\nwith tf.GradientTape(persistent=True) as tape:\n"
    tf(w + "    y = tf.matmul(a, w, transpose_b=True)\ntape.gradient(y, w)", [[3, 1], [3, 1]], "GradientTape")
    tf(w + "    y = tf.reduce_mean(tf.nn.relu(w - 2))\ntape.gradient(y, w)", [[0, 0], [0.25, 0.25]], "GradientTape")
    tf(w + "    y = w[0] * w[1]\ntape.jacobian(y, w)", [[[3, 0], [1, 0]], [[0, 4], [0, 2]]], "GradientTape")
    p = softmax([2.0, 1.0, 0.1])
    z = "z = tf.Variable([[2.0, 1.0, 0.1]])\nwith tf.GradientTape() as tape:\n"
    tf(z + "    loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[0], logits=z)\ntape.gradient(loss, z)", [p - [1, 0, 0]], "nn/sparse_softmax_cross_entropy_with_logits")
    tf(z + "    loss = tf.nn.softmax(z)[0, 0]\ntape.gradient(loss, z)", [p[0] * (np.array([1, 0, 0]) - p)], "nn/softmax")
    c = "c = tf.constant(3.0)\nwith tf.GradientTape() as outer:\n    outer.watch(c)\n    with tf.GradientTape() as inner:\n        inner.watch(c)\n        y = c ** 3\n    d = inner.gradient(y, c)\n"
    tf(c + "d", 27, "GradientTape")
    tf(c + "outer.gradient(d, c)", 18, "GradientTape")
    v = "v = tf.Variable([[1.0, 2.0], [3.0, 4.0]])\n"
    tf(v + "v.assign_add([[1.0, 1.0], [0.0, 0.0]])", [[2, 3], [3, 4]], "Variable#assign_add")
    tf(v + "v[0, 1].assign(42)\nv", [[1, 42], [3, 4]], "Variable")
    tf(v + "u = v\nu.assign(2 * v)\nv", [[2, 4], [6, 8]], "Variable#assign")
    tf(v + "r = v[1]\nv.assign_sub(tf.ones_like(v))\nr", [3, 4], "Variable#assign_sub")


def keras_rows():
    losses = "losses/probabilistic_losses/"
    keras(f"tf.keras.losses.categorical_crossentropy({ONE}, {P})", cross_entropy(P, ONE), losses)
    keras(f"tf.keras.losses.categorical_crossentropy(tf.constant({ONE}), tf.constant({Z}), from_logits=True)", cross_entropy(softmax(Z), ONE), losses)
    smooth = np.asarray(ONE) * 0.9 + 0.1 / 3
    keras(f"tf.keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)({ONE}, {Z})", cross_entropy(softmax(Z), smooth).mean(), losses)
    keras(f"tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)([0, 1], {Z})", cross_entropy(softmax(Z), ONE).mean(), losses)
    keras(f"tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction='sum')([0, 1], {Z})", cross_entropy(softmax(Z), ONE).sum(), losses)
    keras("tf.keras.losses.BinaryCrossentropy(from_logits=True)([[1.0], [0.0]], [[2.0], [-1.0]])", bce([2, -1], [1, 0]).mean(), losses)
    keras("tf.keras.losses.binary_crossentropy(tf.constant([[1.0, 0.0]]), tf.constant([[2.0, -1.0]]), from_logits=True)", [bce([2, -1], [1, 0]).mean()], losses)
    keras("tf.keras.losses.MeanSquaredError()([1.0, 2.0], [1.5, 2.0])", 0.125, "losses/regression_losses/")
    keras("tf.keras.losses.mean_absolute_error([1.0, 2.0], [1.5, 2.0])", 0.25, "losses/regression_losses/")
    keras("tf.keras.losses.Hinge()([[1.0, -1.0]], [[0.5, 0.5]])", (0.5 + 1.5) / 2, "losses/hinge_losses/")
    keras("tf.keras.activations.softmax(tf.constant([[2.0, 1.0, 0.1]]))", softmax([[2, 1, 0.1]]), "layers/activations/")
    keras("tf.keras.activations.sigmoid(tf.constant([0.5]))", special.expit([0.5]), "layers/activations/")
    keras("tf.keras.activations.relu(tf.constant([-2.0, 3.0]), negative_slope=0.1)", [-0.2, 3], "layers/activations/")
    keras("tf.keras.activations.tanh(tf.constant([0.5]))", np.tanh([0.5]), "layers/activations/")
    keras("tf.keras.layers.Softmax()(tf.constant([[2.0, 1.0, 0.1]]))", softmax([[2, 1, 0.1]]), "layers/activation_layers/softmax/")
    keras("tf.keras.layers.Flatten()(tf.constant([[[1.0, 2.0], [3.0, 4.0]]]))", [[1, 2, 3, 4]], "layers/reshaping_layers/flatten/")
    keras("tf.keras.utils.to_categorical([0, 2], num_classes=3)", [[1, 0, 0], [0, 0, 1]], "utils/python_utils/", "float64")
    ROWS[-1]["library"] = "numpy"


def jax_rows():
    jax("jnp.array([1, 2])", [1, 2], "jax.numpy.array", "int32")
    jax("jnp.array([1.0, 2.0])", [1, 2], "jax.numpy.array")
    jax("jnp.array([1, 2]) / 2", [0.5, 1], "jax.numpy.divide")
    jax("jnp.array([-7, 7]) // 2", [-4, 3], "jax.numpy.floor_divide", "int32")
    jax("jnp.array([1, 2]) + 1.5", [2.5, 3.5], "jax.numpy.add")
    jax("jnp.array([0.1, 0.2]) * 2", np.float32([0.1, 0.2]) * 2, "jax.numpy.multiply")
    jax("jax.nn.softmax(jnp.array([2.0, 1.0, 0.1]))", softmax([2, 1, 0.1]), "jax.nn.softmax")
    jax(f"jax.nn.log_softmax(jnp.array({Z}), axis=-1)", np.log(softmax(Z)), "jax.nn.log_softmax")
    jax("jax.nn.sigmoid(jnp.array([0.0, 2.0]))", special.expit([0, 2]), "jax.nn.sigmoid")
    jax("jax.nn.log_sigmoid(jnp.array([0.5]))", np.log(special.expit([0.5])), "jax.nn.log_sigmoid")
    jax("jax.nn.relu(jnp.array([-1.0, 2.0]))", [0, 2], "jax.nn.relu")
    jax("jax.nn.softplus(jnp.array([0.0]))", [np.log(2)], "jax.nn.softplus")
    jax("jax.nn.silu(jnp.array([1.0]))", special.expit([1.0]), "jax.nn.silu")
    jax("jax.nn.leaky_relu(jnp.array([-1.0, 2.0]))", [-0.01, 2], "jax.nn.leaky_relu")
    jax("jax.nn.one_hot(jnp.array([0, 2]), 3)", [[1, 0, 0], [0, 0, 1]], "jax.nn.one_hot")
    jax("jax.nn.logsumexp(jnp.array([1.0, 2.0]))", special.logsumexp([1, 2]), "jax.nn.logsumexp")
    jax("jax.scipy.special.logsumexp(jnp.array([[1.0, 2.0], [3.0, 4.0]]), axis=1)", special.logsumexp([[1, 2], [3, 4]], axis=1), "jax.scipy.special.logsumexp")
    jax("jax.scipy.special.expit(jnp.array([0.5]))", special.expit([0.5]), "jax.scipy.special.expit")
    jax("jnp.where(jnp.array([1.0, -1.0]) > 0, 1.0, 0.0)", [1, 0], "jax.numpy.where")
    jax("jnp.arange(3)", [0, 1, 2], "jax.numpy.arange", "int32")
    jax("jnp.arange(0, 1, 0.5)", [0, 0.5], "jax.numpy.arange")
    jax("jnp.linspace(0, 1, 3)", [0, 0.5, 1], "jax.numpy.linspace")
    jax("jnp.zeros((2, 2))", np.zeros((2, 2)), "jax.numpy.zeros")
    jax("jnp.eye(2)[jnp.array([1, 0])]", [[0, 1], [1, 0]], "jax.numpy.eye")
    jax("jnp.mean(jnp.array([1, 2, 4]))", 7 / 3, "jax.numpy.mean")
    jax("jnp.sum(jnp.array([[1, 2], [3, 4]]), axis=0)", [4, 6], "jax.numpy.sum", "int32")
    jax("jnp.argmax(jnp.array([1.0, 3.0, 2.0]))", 1, "jax.numpy.argmax", "int32")
    jax("jnp.argsort(jnp.array([3.0, 1.0, 2.0]))", [1, 2, 0], "jax.numpy.argsort", "int32")
    jax("jnp.exp(jnp.array([0.0, 1.0]))", np.exp([0, 1]), "jax.numpy.exp")
    jax("jnp.log(jnp.array([1.0, 10.0]))", np.log([1, 10]), "jax.numpy.log")
    jax("jnp.clip(jnp.array([-1.0, 2.0]), 0, 1)", [0, 1], "jax.numpy.clip")
    jax("jnp.dot(jnp.array([1.0, 2.0]), jnp.array([3.0, 4.0]))", 11, "jax.numpy.dot")
    jax("jnp.array([[1.0, 2.0]]) @ jnp.array([[3.0], [4.0]])", [[11]], "jax.numpy.matmul")
    jax("jnp.array([1.0, 2.0]).at[0].set(5.0)", [5, 2], "jax.numpy.ndarray.at")
    jax("jnp.array([1.0, 2.0]).at[1].add(3.0)", [1, 5], "jax.numpy.ndarray.at")
    jax("jnp.concatenate([jnp.array([1.0]), jnp.array([2.0])])", [1, 2], "jax.numpy.concatenate")
    jax("jnp.take_along_axis(jnp.array([[1.0, 2.0]]), jnp.array([[1]]), axis=1)", [[2]], "jax.numpy.take_along_axis")
    jax("jax.vmap(lambda v: v.sum())(jnp.array([[1.0, 2.0], [3.0, 4.0]]))", [3, 7], "jax.vmap")
    jax("jax.vmap(jnp.dot)(jnp.array([[1.0, 2.0], [3.0, 4.0]]), jnp.array([[1.0, 0.0], [0.0, 1.0]]))", [1, 4], "jax.vmap")
    jax("jax.jit(lambda v: v * 2)(jnp.array([1.0, 2.0]))", [2, 4], "jax.jit")
    jax("jnp.arange(5.0).at[jnp.array([0, 2])].multiply(10)", [0, 1, 20, 3, 4], "jax.Array.at")
    jax("jnp.zeros((2, 3)).at[:, 1:].set(7)", [[0, 7, 7], [0, 7, 7]], "jax.Array.at")
    jax("jnp.arange(4.0).at[1].max(9)", [0, 9, 2, 3], "jax.Array.at")
    jax("jnp.arange(4.0).at[::2].divide(2)", [0, 1, 1, 3], "jax.Array.at")
    jax("jnp.arange(4.0).at[3].get()", 3, "jax.Array.at")
    jax("jnp.arange(10)[11]", 9, "https://docs.jax.dev/en/latest/notebooks/Common_Gotchas_in_JAX.html#out-of-bounds-indexing", "int32")
    jax("jax.grad(lambda x: jnp.sum(x ** 3))(jnp.array([1.0, 2.0]))", [3, 12], "jax.grad")
    jax("jax.grad(lambda x: x.at[0].set(5.0).sum())(jnp.array([1.0, 2.0]))", [0, 1], "jax.grad")
    jax("jax.grad(lambda w: jnp.tensordot(w, jnp.array([3.0, 4.0]), axes=1))(jnp.array([1.0, 2.0]))", [3, 4], "jax.numpy.tensordot")
    jax(f"optax.softmax_cross_entropy_with_integer_labels(jnp.array({Z}), jnp.array([0, 1]))", cross_entropy(softmax(Z), ONE), OPTAX)
    jax(f"optax.softmax_cross_entropy(jnp.array({Z}), jnp.array({ONE}))", cross_entropy(softmax(Z), ONE), OPTAX)
    jax("optax.sigmoid_binary_cross_entropy(jnp.array([2.0, -1.0]), jnp.array([1.0, 0.0]))", bce([2, -1], [1, 0]), OPTAX)
    jax("optax.l2_loss(jnp.array([1.0]), jnp.array([3.0]))", [2.0], OPTAX)
    jax("optax.squared_error(jnp.array([1.0]), jnp.array([3.0]))", [4.0], OPTAX)
    jax("optax.smooth_labels(jnp.array([[1.0, 0.0]]), 0.1)", [[0.95, 0.05]], OPTAX)
    jax("optax.huber_loss(jnp.array([0.5, 3.0]), jnp.array([0.0, 0.0]))", [0.125, 2.5], OPTAX)


def main():
    tensorflow_rows()
    tape_rows()
    keras_rows()
    jax_rows()
    (HERE / "documented.json").write_text("[\n" + ",\n".join(map(json.dumps, ROWS)) + "\n]\n")
    print(f"{len(ROWS)} expressions")


main()
