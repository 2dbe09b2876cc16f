"""Where a word of either language may be divided."""
