"""Open rooms: every module of a package, found by its file name."""

from handbook.discovery.room import modules_in

__all__ = ["modules_in"]
