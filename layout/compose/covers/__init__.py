"""Generated covers: their words, what is drawn around them, and the test of both together."""
