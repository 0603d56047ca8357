"""Import: registers that people have already, as records; nothing of them is dropped in silence."""
