"""Commands about the state of translations, and their way out to translators and back."""
