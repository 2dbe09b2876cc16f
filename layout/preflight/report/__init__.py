"""A report in words, as JSON, as a build's diagnostics, and two editions held against each other."""
