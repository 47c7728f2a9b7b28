"""A fifth corpus, in the manner of tutorials on classification, again written before looking at what is evaluated: expressions.txt
and scripts/ of fifth/, run as third.py runs its own.

    python3 packages/analysis/golden/corpus/fifth.py
"""
import third

third.FOLDER = third.FURTHER.parent / "fifth"

if __name__ == "__main__":
    third.main()
