"""The door for MkDocs: thin plugins over the floors below."""
