"""Exchange: records to and from other programs – editors, spreadsheets, other generators."""
