"""Elements of an SVG as shapes: their lines, paints, pens, clips and words."""
