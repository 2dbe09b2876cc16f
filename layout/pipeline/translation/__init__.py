"""The state of each translation: what is asked of it, who has approved it, how it goes out and comes back."""
