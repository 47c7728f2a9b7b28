import numpy as np
import torch


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def loss_fn(w, x, y):
    return -np.log(softmax(w @ x)[y])


def numerical_gradient(f, w, eps=1e-5):
    grad = np.zeros_like(w)
    it = np.nditer(w, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        i = it.multi_index
        old = w[i]
        w[i] = old + eps
        plus = f(w)
        w[i] = old - eps
        minus = f(w)
        w[i] = old
        grad[i] = (plus - minus) / (2 * eps)
        it.iternext()
    return grad


def numerical_gradient_loop(f, w, eps=1e-5):
    grad = np.zeros_like(w)
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            w[i, j] += eps
            plus = f(w)
            w[i, j] -= 2 * eps
            minus = f(w)
            w[i, j] += eps
            grad[i, j] = (plus - minus) / (2 * eps)
    return grad


w = np.array([[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6]])
x = np.array([1.0, 2.0])
y = 1
p = softmax(w @ x)
loss = loss_fn(w, x, y)
delta = p.copy()
delta[y] -= 1
analytic = np.outer(delta, x)
numeric = numerical_gradient_loop(lambda w_: loss_fn(w_, x, y), w.copy())
ok = np.allclose(analytic, numeric, atol=1e-6)
rel_ok = np.linalg.norm(analytic - numeric) / (np.linalg.norm(analytic) + np.linalg.norm(numeric)) < 1e-7
nd = numerical_gradient(lambda w_: loss_fn(w_, x, y), w.copy())
nd_ok = np.allclose(nd, analytic, atol=1e-6)
tw = torch.tensor(w, requires_grad=True)
tx = torch.tensor(x)
tloss = torch.nn.functional.cross_entropy((tw @ tx).unsqueeze(0), torch.tensor([y]))
tloss.backward()
torch_grad = tw.grad
matches = np.allclose(torch_grad.numpy(), analytic)
jac = np.diag(p) - np.outer(p, p)
rows = jac.sum(axis=1)
tape = torch.autograd.functional.jacobian(lambda t: torch.softmax(t, 0), torch.tensor(w @ x))
jac_ok = np.allclose(tape.numpy(), jac)
steps = [10.0 ** -k for k in range(1, 5)]
errors = [abs((np.exp(1 + h) - np.exp(1 - h)) / (2 * h) - np.exp(1)) for h in steps]
shrinking = all(b < a for a, b in zip(errors, errors[1:]))
hess = torch.autograd.functional.hessian(lambda t: (t ** 3).sum(), torch.tensor([1.0, 2.0]))
