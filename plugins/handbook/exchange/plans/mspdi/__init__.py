"""MSPDI, the XML of Microsoft Project: its elements as plain values, and back."""
