"""What seeded programs draw, in the manner of tutorials' first lines: expressions.txt and scripts/ of seeded/, run as third.py runs its own.

    python3 packages/analysis/golden/corpus/seeded.py
"""
import third

third.FOLDER = third.FURTHER.parent / "seeded"

if __name__ == "__main__":
    third.main()
