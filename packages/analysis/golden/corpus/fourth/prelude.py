import bisect
import cmath
import collections
import copy
import dataclasses
import datetime
import decimal
import enum
import fractions
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
from collections import Counter, ChainMap, OrderedDict, defaultdict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction

import numpy as np
import scipy.special
import scipy.stats
import torch
import torch.distributions as D
import torch.nn as nn
import torch.nn.functional as F
from scipy import linalg, optimize, integrate, interpolate
from scipy.special import expit, logit, softmax, log_softmax, logsumexp
from scipy.stats import norm, entropy
from torch import tensor
