"""What is Polish: the words, tables and habits of its record; data alone."""
