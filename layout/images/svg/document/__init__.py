"""An SVG file as a tree: read, its style sheets applied, written again for a renderer."""
