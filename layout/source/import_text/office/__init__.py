"""What documents of Word and LibreOffice share: the package, words with styles, tables, pictures."""
