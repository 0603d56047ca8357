"""How sure dates and cost are: a plan with its estimates in three points and its risks, played many times."""
