"""Parts of the view of a scenario: its cost, how sure it is, and what levelling has to do with it."""
