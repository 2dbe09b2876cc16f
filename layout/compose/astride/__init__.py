"""What stands astride the gutter of a page or the fold of a spread."""
