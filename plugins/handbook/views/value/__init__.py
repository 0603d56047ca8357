"""Earned value in pictures and tables."""
