"""Starting: new records with an id, an owner, dates, and what is still to be written."""
