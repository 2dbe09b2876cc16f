"""What is asked of a file: the rules, their records, and the judge who applies them."""
