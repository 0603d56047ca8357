"""Problems as JUnit XML, for servers that show tests: a suite for each file, a failed test for each problem.

A fatal problem is an error; an error or a warning is a failure of that type; a remark is a test that passed,
with the remark as its output. A test is called after rule and record, so that a server knows it again in the
next run. A handbook without problems is one test that passed, for servers refuse reports without any.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from handbook.checks.registry import name_of
from handbook.checks.reporters._safe import safe
from handbook.checks.reporters._telling import told
from handbook.problems import Problem, Severity


def report(problems: Sequence[Problem]) -> str:
    """The document, in ASCII, with a line break at its end."""
    root = Element("testsuites", {"name": "handbook check", **_counts(problems)})
    for file, found in groupby(problems, key=lambda problem: problem.place.file):
        _add_suite(root, file, list(found))
    if not problems:
        suite = SubElement(root, "testsuite", {"name": "handbook", **_counts(problems)})
        SubElement(suite, "testcase", {"classname": "handbook", "name": "no problems"})
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root).decode("ascii") + "\n"


def _counts(problems: Sequence[Problem]) -> dict[str, str]:
    tags = Counter(_outcome(problem) for problem in problems)
    tests = max(len(problems), 1)
    return {"tests": str(tests), "failures": str(tags["failure"]), "errors": str(tags["error"])}


def _outcome(problem: Problem) -> str:
    """The element that says how a test ended."""
    if problem.fatal:
        return "error"
    return "system-out" if problem.severity is Severity.INFO else "failure"


def _add_suite(root: Element, file: str, problems: Sequence[Problem]) -> None:
    suite = SubElement(root, "testsuite", {"name": safe(file), **_counts(problems)})
    for name, problem in zip(_names(problems), problems, strict=True):
        test = SubElement(suite, "testcase", {"classname": safe(_class(file)), "name": name})
        end = SubElement(test, _outcome(problem))
        if end.tag != "system-out":
            end.attrib = {"type": str(problem.severity), "message": told(problem)}
        lines = [f"{safe(str(problem.place))}: {problem.code} {told(problem)}"]
        end.text = "\n".join([*lines, *(safe(str(note)) for note in problem.notes)])


def _names(problems: Iterable[Problem]) -> Iterable[str]:
    """What the tests of a file are called; a server takes two tests of one name for the same."""
    met: Counter[str] = Counter()
    for problem in problems:
        name = safe(" ".join(filter(None, (problem.code, name_of(problem.code), problem.record))))
        met[name] += 1
        yield name if met[name] == 1 else f"{name} ({met[name]})"


def _class(file: str) -> str:
    """A file as servers show classes: ``projects.apollo.risks``."""
    stem = file.removesuffix(".yml").removesuffix(".md")
    return stem.replace(".", "_").replace("/", ".")
