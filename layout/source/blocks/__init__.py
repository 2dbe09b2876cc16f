"""The kinds of block in a section file, each a table by which it is read."""
