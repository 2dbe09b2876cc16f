"""Takes image files, gives checked pixels or vector drawings; never places them."""
