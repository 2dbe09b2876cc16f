"""What leads from one place of a brochure to another: footnotes, links inside it, page numbers, the index."""
