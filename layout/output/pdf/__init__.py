"""The PDF workshop: opening, copying, scanning and packing the objects of any PDF."""
