"""What if: changes said in words, tried on a copy of the records, and what would come of them."""
