"""What the page asks for: each module takes requests that the guard let in, and gives answers."""
