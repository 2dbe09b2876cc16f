"""Word documents read into passages: the package, its styles and lists, its paragraphs, the body in order."""
