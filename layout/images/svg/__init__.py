"""SVG drawings as paths: the file read, its styles computed, its shapes given with printable colours."""
