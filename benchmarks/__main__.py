"""``make bench``: every measurement in turn."""

from benchmarks import extraction

if __name__ == "__main__":
    extraction.main()
