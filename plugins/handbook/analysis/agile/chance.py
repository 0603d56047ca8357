"""Chances as they are told."""


def percent(share: float) -> str:
    """A chance in whole percent; what is neither certain nor impossible is never told as such."""
    if 0 < share < 0.01:
        return "under 1%"
    return "over 99%" if 0.99 < share < 1 else f"{share:.0%}"
