"""The types of single values: how the text of a record becomes a date, a duration, a sum of money or a reference."""
