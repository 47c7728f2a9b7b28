"""A sixth corpus, in the manner of tutorials on classification, again written before looking at what is evaluated: expressions.txt
and scripts/ of sixth/, run as third.py runs its own.

    python3 packages/analysis/golden/corpus/sixth.py
"""
import third

third.FOLDER = third.FURTHER.parent / "sixth"

if __name__ == "__main__":
    third.main()
