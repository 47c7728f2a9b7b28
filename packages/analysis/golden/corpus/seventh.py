"""A seventh corpus, PyTorch throughout, again written before looking at what is evaluated: expressions.txt and scripts/ of seventh/,
run as third.py runs its own.

    python3 packages/analysis/golden/corpus/seventh.py
"""
import third

third.FOLDER = third.FURTHER.parent / "seventh"

if __name__ == "__main__":
    third.main()
