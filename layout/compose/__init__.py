"""Takes a Brochure, a Theme and faces, gives a Layout of pages; never writes PDF."""
