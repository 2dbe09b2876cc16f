"""Takes drawn PDFs, gives products: covers merged, metadata, boxes, imposition; never sets text."""
