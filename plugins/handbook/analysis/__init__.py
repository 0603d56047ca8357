"""Questions asked of a plan: how a project stands, which promises slip, what its risks amount to."""
