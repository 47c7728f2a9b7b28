import numpy as np
import torch

data = [[1, 2], [3, 4]]
x_data = torch.tensor(data)
np_array = np.array(data)
x_np = torch.from_numpy(np_array)
x_ones = torch.ones_like(x_data)
shape = (2, 3)
ones = torch.ones(shape)
zeros = torch.zeros(shape)
text = f"Ones Tensor: \n {ones} \n"
tensor = torch.ones(4, 4)
first_row = tensor[0]
last_col = tensor[..., -1]
tensor[:, 1] = 0
t1 = torch.cat([tensor, tensor, tensor], dim=1)
y1 = tensor @ tensor.T
y2 = tensor.matmul(tensor.T)
same = torch.equal(y1, y2)
z1 = tensor * tensor
agg = tensor.sum()
agg_item = agg.item()
kind = str(type(agg_item))
tensor.add_(5)
mutated = tensor
t = torch.ones(5)
n = t.numpy()
t.add_(1)
shared = n
m = np.ones(3)
tm = torch.from_numpy(m)
np.add(m, 1, out=m)
both = tm
x = torch.arange(12, dtype=torch.float32)
X = x.reshape(3, 4)
mean = X.mean(axis=0)
A = torch.arange(20).reshape(5, 4)
total = A.sum()
B = torch.arange(6, dtype=torch.float32).reshape(2, 3)
sum_a0 = B.sum(axis=0)
cum = B.cumsum(axis=0)
normed = B / B.sum(axis=1, keepdims=True)
X[1, 2] = 9
X[:2, :] = 12
assigned = X
before = id(X) == id(X)
a = torch.arange(3).reshape((3, 1))
b = torch.arange(2).reshape((1, 2))
ab = a + b
scalar = torch.tensor([3.5])
forms = (scalar, scalar.item(), float(scalar), int(scalar))
eq = X == X
info = (tensor.shape, tensor.dtype, str(tensor.device))
dims = tensor.ndim
strided = torch.arange(6).view(2, 3).t().is_contiguous()
v = torch.zeros(3)
w = v.view(3)
w[0] = 7
alias = v
