"""Plain text read into passages: its encoding, titles, lists, labels and columns told."""
