"""The reference part of the manual: every kind of record and every rule, written from what the code says."""
