"""JSON Schema of the files of records, for editors and for other programs."""
