"""Takes a Layout and an output profile, gives PDF bytes; never decides a position."""
