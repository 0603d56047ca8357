"""What is wrong with a handbook, and where: the ground floor, known to every other floor."""

from handbook.problems.place import Place
from handbook.problems.problem import Note, Problem
from handbook.problems.severity import Severity

__all__ = ["Note", "Place", "Problem", "Severity"]
