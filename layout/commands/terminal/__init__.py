"""What every command shares with its terminal: words, streams, interruptions, where content is."""
