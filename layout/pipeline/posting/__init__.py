"""What a mailing asks of one document: the line on each cover, words that are its own."""
