"""Gradients as PyTorch computes them: expressions.txt and scripts/ of gradients/, run as third.py runs its own.

    python3 packages/analysis/golden/corpus/gradients.py
"""
import third
from further import FOLDER

if __name__ == "__main__":
    third.FOLDER = FOLDER.parent / "gradients"
    third.main()
