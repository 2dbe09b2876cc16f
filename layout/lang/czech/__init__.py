"""What is Czech: the words, tables and habits of its record; data alone."""
