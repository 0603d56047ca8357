"""Rules of pages: what is written on them besides text."""
