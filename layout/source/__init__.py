"""Takes a content folder, gives a checked Brochure or every mistake in it; never draws."""
