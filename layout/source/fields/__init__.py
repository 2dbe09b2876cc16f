"""What a field of content may hold: words, numbers, lengths, files, prose, lists of them."""
