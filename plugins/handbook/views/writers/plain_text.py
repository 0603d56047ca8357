"""Text that means itself in Markdown, whatever characters it holds.

Backslashes are used where every dialect knows them, character references elsewhere; braces are hidden because
site generators run template languages over pages.
"""

import re

_ESCAPES = {char: f"\\{char}" for char in "\\`*_[]"}
_ESCAPES |= {char: f"&#{ord(char)};" for char in "|{}~"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_SPECIAL = re.compile(r"[\\`*\[\]<>|{}~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_AT_START = re.compile(r"^(\s*)([#+\-=:]|[!?](?!\[))|^(\s*\d{1,9})([.)])")


def plain(text: str) -> str:
    """``text`` on one line with everything escaped that Markdown or HTML would take for markup."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], " ".join(text.split()))


def at_start(written: str) -> str:
    """Escaped text that begins a line, without a first sign that makes a heading or a list of it."""
    return _AT_START.sub(_escaped_start, written)


def _escaped_start(match: re.Match[str]) -> str:
    if match[4]:
        return f"{match[3]}\\{match[4]}"
    return f"{match[1]}\\{match[2]}" if match[2] in "#+-" else f"{match[1]}&#{ord(match[2])};"


def code(text: str) -> str:
    """``text`` as a code span: set in as many backticks as it takes."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest or text != text.strip() else ""
    return f"{fence}{space}{text}{space}{fence}"


def fenced(text: str, word: str = "") -> str:
    """Lines as a code block: between as many backticks as it takes."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    newline = "" if text.endswith("\n") else "\n"
    return f"{fence}{re.sub(r'[^A-Za-z0-9_+-]', '', word)}\n{text}{newline}{fence}"


def target(href: str) -> str:
    """The address of a link, with the signs percent-coded that would end it."""
    return re.sub(r"[\s()<>\"'`\\|{}\[\]]", lambda match: f"%{ord(match[0]):02X}", href)
