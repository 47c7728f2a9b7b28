"""A fourth corpus, again written before looking at what is evaluated: expressions.txt and scripts/ of fourth/, run as third.py runs
its own.

    python3 packages/analysis/golden/corpus/fourth.py
"""
import third

third.FOLDER = third.FURTHER.parent / "fourth"

if __name__ == "__main__":
    third.main()
