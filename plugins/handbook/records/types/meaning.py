"""What a type is called, and how its values are written: for manuals and for editors."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """Marks a type with the word that readers know it by, and with values as they are written in files."""

    word: str
    written: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.word
