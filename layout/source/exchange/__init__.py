"""Words out to translators and readers, and back: tables of Word, XLIFF, comments by line."""
