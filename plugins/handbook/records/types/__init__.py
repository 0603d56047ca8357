"""The types of single values: how text becomes a date, a duration, a sum of money or a reference."""
