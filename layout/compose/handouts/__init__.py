"""A brochure and its theme as a handout's pages want them."""
