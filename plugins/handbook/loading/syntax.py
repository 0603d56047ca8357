"""What the YAML parser says about broken syntax, in the words of those who write records."""

from yaml import MarkedYAMLError, YAMLError

from handbook.loading.flaw import Unreadable

_QUOTE = "if it is text, put it in quotes"
_WORDS = {
    "mapping values are not allowed in this context": (
        "found a colon where no key may stand",
        "check the indentation; put text that holds ': ' in quotes",
    ),
    "block sequence entries are not allowed in this context": (
        "found a list item where no list may stand",
        "begin the list on the next line",
    ),
    "did not find expected key": (
        "expected a key and a colon here",
        "check the indentation and the quotes above",
    ),
    "could not find expected ':'": ("expected a colon after the key", "write 'key: value'"),
    "did not find expected '-' indicator": (
        "expected the next item of the list",
        "align the hyphens of a list",
    ),
    "did not find expected ',' or ']'": (
        "expected a comma or ']'",
        "close the list that was opened with '['",
    ),
    "did not find expected ',' or '}'": (
        "expected a comma or '}'",
        "close the mapping that was opened with '{'",
    ),
    "found unexpected end of stream": ("found the end of the file inside quotes", "close the quotes"),
    "found unknown escape character": (
        "found an unknown escape",
        "write '\\\\' for a backslash, or use single quotes",
    ),
    "found character that cannot start any token": ("found a character that may not begin a value", _QUOTE),
    "did not find expected comment or line break": (
        "found text after '|' or '>'",
        "begin the text on the next line",
    ),
}


def broken(error: YAMLError, text: str) -> Unreadable:
    """The end of reading after ``error`` in ``text``: READ002, or READ011 for a second document."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Unreadable("READ002", "expected YAML, found something that cannot be read")
    line, column = _within(text, error.problem_mark.line + 1, error.problem_mark.column + 1)
    said = error.problem or ""
    if said == "but found another document":
        message = "expected one document, found a second one after '---'"
        return Unreadable("READ011", message, line, column, "put each document in a file of its own")
    if _is_tab(text, line, column):
        message = "expected spaces for indentation, found a tab"
        return Unreadable("READ002", message, line, column, "use two spaces for each level")
    message, cure = _WORDS.get(said, (f"expected YAML: {said}", ""))
    if error.context_mark and error.context_mark.line + 1 < line and not cure.startswith("check"):
        message += f" for what begins in line {error.context_mark.line + 1}"
    return Unreadable("READ002", message, line, column, cure)


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    """A position in the text; for one behind its end, the last that is not blank."""
    written = text.rstrip()
    last = written.count("\n") + 1
    return (line, column) if line <= last else (last, len(written) - written.rfind("\n"))


def _is_tab(text: str, line: int, column: int) -> bool:
    lines = text.split("\n", line)
    here = lines[line - 1] if line <= len(lines) else ""
    indentation = here[: len(here) - len(here.lstrip())]
    return "\t" in indentation or here[column - 1 : column] == "\t"
