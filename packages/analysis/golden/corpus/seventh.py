"""A seventh corpus, PyTorch throughout, again written before looking at what is evaluated, in two parts: the second was written
after what the first showed was mended. expressions.txt and scripts/ of seventh/ and seventh-later/, run as third.py runs its own.

    python3 packages/analysis/golden/corpus/seventh.py
"""
import third

if __name__ == "__main__":
    for part in ("seventh", "seventh-later"):
        third.FOLDER = third.FURTHER.parent / part
        third.main()
