import random

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

