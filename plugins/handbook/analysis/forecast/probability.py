"""The probability that a forecast gives to a risk."""

from handbook.records.kinds.risk import Risk
from handbook.records.scales import Scales
from handbook.records.types.rating import Rating


def probability(risk: Risk, scales: Scales) -> float | None:
    """The probability of a risk that is open, from 0 to 1; None if its rating is not on the scale.

    A risk that is monitored has its response in place: what remains of it counts, if that is assessed.
    """
    is_answered = risk.status == "monitoring" and risk.residual is not None
    return share_of(risk.residual.probability if is_answered and risk.residual else risk.probability, scales)


def share_of(rating: Rating, scales: Scales) -> float | None:
    """The probability that a rating stands for: its own share, or the middle of its level.

    In a single run a risk occurs or does not. Whether its probability is the middle of a range, or is drawn
    evenly from the range in each run, it occurs in as many runs; so nothing is lost by the middle.
    """
    if rating.share is not None:
        return rating.share
    level = scales.probability_level(rating)
    if level is None:
        return None
    ends = [0.0, *(1.0 if one.up_to is None else one.up_to for one in scales.probability)]
    return (ends[level - 1] + ends[level]) / 2
