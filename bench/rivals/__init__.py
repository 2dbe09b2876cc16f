"""Sets the benchmark's content folders with other programs, for comparison alone."""
