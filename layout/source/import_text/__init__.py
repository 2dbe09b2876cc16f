"""An office's plain bilingual text made into a content folder."""
