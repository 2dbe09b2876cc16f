"""The live page: a brochure's own pages in a browser on this machine, always current."""
