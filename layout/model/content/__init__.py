"""What an author wrote: brochure, pairs of passages, prose."""
