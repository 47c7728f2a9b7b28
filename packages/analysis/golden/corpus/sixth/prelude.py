import bisect
import cmath
import copy
import fractions
import functools
import heapq
import itertools
import json
import math
import operator
import re
import statistics as st
import string
import textwrap
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from functools import partial, reduce
from itertools import accumulate, chain, combinations, groupby, islice, permutations, product, starmap, takewhile, zip_longest

import numpy as np
import scipy
import scipy.optimize
import scipy.spatial.distance as ssd
import scipy.special as sc
import scipy.stats as ss
from numpy.linalg import inv, norm
from scipy.special import entr, expit, log_softmax, logit, logsumexp, rel_entr, softmax, xlogy
from sklearn import metrics
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix, f1_score, log_loss, precision_recall_fscore_support, roc_auc_score
from sklearn.preprocessing import LabelBinarizer, LabelEncoder, MinMaxScaler, OneHotEncoder, StandardScaler, label_binarize, normalize
from sklearn.utils.class_weight import compute_class_weight, compute_sample_weight
from sklearn.utils.extmath import softmax as sk_softmax

Z = np.array([[1.2, -0.3, 0.5], [0.1, 2.2, -1.0], [-0.7, 0.4, 0.9], [2.0, 1.9, 1.8]])
P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
labels = np.array([0, 1, 2, 1])
names = ["cat", "dog", "bird"]
y_true = [0, 1, 2, 2, 1, 0, 1, 2]
y_pred = [0, 2, 2, 2, 1, 0, 0, 1]
y_bin = np.array([0, 0, 1, 1, 1, 0, 1, 0])
s_bin = np.array([0.1, 0.4, 0.35, 0.8, 0.65, 0.2, 0.9, 0.55])
v = np.array([3.0, 1.0, 0.2])
p = np.array([0.7, 0.2, 0.1])
q = np.array([0.5, 0.3, 0.2])
words = "the cat sat on the mat and the dog sat on the log".split()
scores = {"cat": 2.5, "dog": 1.75, "bird": -0.5}
X = np.array([[0.0, 1.0], [1.0, 1.5], [2.0, 0.5], [3.0, 3.0], [4.0, 2.5]])
yX = np.array([0, 0, 0, 1, 1])
text = "Logits: 2.5, -1.0, 0.25; label=2; p(dog)=0.75"
Point = namedtuple("Point", ["x", "y"])
matrix = [[5, 1, 0], [2, 6, 2], [0, 1, 7]]
scaler = StandardScaler().fit(X)
lr = LogisticRegression()
lr.classes_ = np.array([0, 1, 2])
lr.coef_ = np.array([[0.5, -0.2], [0.1, 0.3], [-0.6, 0.4]])
lr.intercept_ = np.array([0.1, 0.0, -0.1])
