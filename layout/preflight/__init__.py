"""Takes the bytes of any PDF, gives facts and a report; shares no code with the writer."""
