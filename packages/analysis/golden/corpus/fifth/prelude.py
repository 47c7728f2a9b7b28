import bisect
import collections
import copy
import datetime
import functools
import heapq
import itertools
import json
import math
import operator
import random
import re
import statistics
import string
import textwrap
import time
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import asdict, astuple, dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction

import numpy as np
import scipy.special
import scipy.stats
import sklearn.metrics
import torch
import torch.nn as nn
import torch.nn.functional as F
from scipy.optimize import minimize_scalar
from scipy.spatial.distance import cosine, jensenshannon
from scipy.special import expit, kl_div, log_expit, log_softmax, logit, logsumexp, rel_entr, softmax, xlogy
from scipy.stats import entropy
from sklearn import metrics
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score, average_precision_score, balanced_accuracy_score, brier_score_loss, classification_report,
    cohen_kappa_score, confusion_matrix, f1_score, log_loss, matthews_corrcoef, precision_recall_curve,
    precision_recall_fscore_support, precision_score, recall_score, roc_auc_score, roc_curve, top_k_accuracy_score,
)
from sklearn.preprocessing import LabelBinarizer, LabelEncoder, MinMaxScaler, OneHotEncoder, StandardScaler, label_binarize

z = np.array([2.0, 1.0, 0.1])
Z = np.array([[2.0, 1.0, 0.1], [0.5, 2.5, -1.0], [1.0, 1.0, 1.0], [-2.0, 0.0, 3.0]])
y = np.array([0, 1, 2, 2])
P = np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.6, 0.3, 0.1]])
y_true = [0, 1, 1, 0, 1, 0, 1, 1]
y_pred = [0, 1, 0, 0, 1, 1, 1, 0]
scores = [0.1, 0.9, 0.35, 0.3, 0.8, 0.6, 0.7, 0.4]
logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, -1.0]])
targets = torch.tensor([0, 1])
names = ["cat", "dog", "bird"]
classes = np.array(names)
