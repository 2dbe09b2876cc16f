"""LibreOffice documents read into passages: styles and lists, paragraphs, the body in order."""
