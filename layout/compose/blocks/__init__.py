"""Takes one block of the brochure and a desk, gives its rows and its elements; a function a kind."""
