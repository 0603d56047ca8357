"""Rules about backlogs and the flow of their items."""
