"""Public holidays by country and subdivision, from the `holidays` library."""

import warnings
from datetime import date
from functools import cache


def is_region(country: str, subdivision: str | None = None) -> bool:
    """Whether public holidays are known for a country (ISO 3166-1, two or three letters) and a part of it."""
    return _region(country, subdivision) is not None


@cache
def public_holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    """The public holidays of one year; none for a region that is not known."""
    # The library takes a twentieth of a second to load, which only handbooks that name a country should pay.
    from holidays import country_holidays

    code = _region(country, subdivision)
    if code is None:
        return frozenset()
    with warnings.catch_warnings():
        # It warns of years for which it knows nothing: those have no holidays here either.
        warnings.simplefilter("ignore", UserWarning)
        return frozenset(country_holidays(code, subdiv=subdivision or None, years=year))


def holiday_name(country: str, subdivision: str | None, day: date) -> str | None:
    """What a public holiday is called, in English where the library knows that; None if the day is none."""
    return _names(country, subdivision, day.year).get(day)


@cache
def _names(country: str, subdivision: str | None, year: int) -> dict[date, str]:
    from holidays import country_holidays

    code = _region(country, subdivision)
    if code is None or not public_holidays(country, subdivision, year):
        return {}
    found = country_holidays(code, subdiv=subdivision or None, years=year)
    spoken = [one for one in getattr(found, "supported_languages", ()) if one.startswith("en")]
    if spoken:
        found = country_holidays(code, subdiv=subdivision or None, years=year, language=spoken[0])
    return dict(found)


@cache
def _region(country: str, subdivision: str | None) -> str | None:
    """The code of a known region. The library looks countries up by attribute, so only codes may reach it."""
    from holidays import country_holidays
    from holidays.registry import COUNTRIES

    code = country.strip().upper()
    if code not in {code for _, *codes in COUNTRIES.values() for code in codes[:2]}:
        return None
    try:
        country_holidays(code, subdiv=subdivision or None)
    except NotImplementedError:
        return None
    return code
