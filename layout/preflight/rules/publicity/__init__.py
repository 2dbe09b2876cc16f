"""What a programme that pays asks of publicity: each rule of a profile as a question to a file's facts."""
