"""The proof edition: numbered lines, their places in the content, marks of changes, lists at the end."""
