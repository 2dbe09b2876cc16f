"""Takes prose, gives prose set by the rules of its language, and hyphenation; never measures."""
