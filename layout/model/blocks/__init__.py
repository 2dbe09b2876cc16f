"""What a section is made of: the records of every kind of block, a file a family."""
