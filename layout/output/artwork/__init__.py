"""Pages of PDFs that partners send, as pictures in a finished file."""
