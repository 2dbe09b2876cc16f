"""Takes a content folder and the names of editions, gives finished PDFs; alone in chaining the stages."""
