"""Formatting: files of records in one layout, without a change of what they say."""
