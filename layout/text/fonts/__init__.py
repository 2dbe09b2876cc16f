"""Font files: opened, cut to what is used, and checked before anything is set in them."""
