"""The command line's front door: takes the arguments of a terminal, does what `szpalta` does."""

from layout.__main__ import main

if __name__ == "__main__":
    main()
