"""Tables that people have already: in CSV files, workbooks and Markdown pages."""
