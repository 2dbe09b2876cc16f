"""A mailing's settings and words, and the list of those it goes to."""
