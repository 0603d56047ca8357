"""The points of a schedule assessment, each a function from the ground to its result."""
