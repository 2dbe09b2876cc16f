"""What Polish and Czech ask of type: microtypography, hyphenation and sorting, as pure functions."""
