"""Files that travel with the program: fonts, ICC profiles, themes, messages, the sample."""
