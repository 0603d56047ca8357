"""What several views of agile work share."""
