import bisect
import collections
import copy
import decimal
import fractions
import functools
import heapq
import itertools
import json
import math
import operator
import re
import statistics
import string

import numpy as np
import scipy
import scipy.spatial.distance
import scipy.special as special
import scipy.stats as stats
import sklearn.metrics
import sklearn.preprocessing
import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn import metrics
