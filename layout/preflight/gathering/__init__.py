"""What a file says of itself outside its pages' contents, and what Ghostscript sees of it."""
