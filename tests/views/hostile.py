"""Books in which every text that people may write is hostile."""

from collections.abc import Mapping
from dataclasses import replace
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from handbook.records.book import Book
from handbook.records.record import SYSTEM_FIELDS, Record
from handbook.records.types.text import LINE_LIMIT, read_prose
from pydantic import BaseModel, BeforeValidator, StringConstraints

M = TypeVar("M", bound=BaseModel)

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "handler": "\"><img src=x onerror=alert(1)>' onmouseover='alert(1)",
    "svg": "</text></svg><svg onload=alert(1)><desc>",
    "link": "[x](javascript:alert(1)) <javascript:alert(1)> [y](vbscript:x) [z](JaVaScRiPt&colon;alert(1))",
    "image": '![x](javascript:alert(1) "onerror=alert(1)") ![y](data:text/html;base64,PHN2Zz4=)',
    "comment": "<!-- x --> --> ]]> <![CDATA[ <?php ?> <!DOCTYPE x>",
    "entity": "&lt;script&gt; &#60;img src=x onerror=alert(1)&#62; &quot;",
    "mermaid": '"] %%{init: {}}%% click n0 "javascript:alert(1)" ; n0["<img src=x onerror=alert(1)>"]',
    "markdown": "| a | b | ``` ~~~ ``` *x* __y__ # h > q - l 1. o [a]: javascript:alert(1)",
    "template": "{{ 7*7 }} {% raw %} ${x} {: onclick=alert(1) } { #id }",
    "reference": '[[R-1|<script>alert(1)</script>]] [[R-1"onclick=alert(1)]] [[x]](javascript:alert(1))',
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe><base href=//x><form action=javascript:x>",
}


def hostile(book: Book, payload: str) -> Book:
    """The book with ``payload`` as every line of text and all prose, ids and references left as they are."""
    return replace(book, records=tuple(_record(record, payload) for record in book.records))


def _record(record: Record, payload: str) -> Record:
    return _model(record, payload)


def _model(model: M, payload: str) -> M:
    changed = {
        name: _value(getattr(model, name), _annotation(field), payload)
        for name, field in type(model).model_fields.items()
        if name not in SYSTEM_FIELDS
    }
    return model.model_copy(update=changed)


def _annotation(field: Any) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _value(value: Any, annotation: Any, payload: str) -> Any:
    if isinstance(value, BaseModel):
        return _model(value, payload)
    if isinstance(value, tuple):
        inner = _inner(annotation)
        return tuple(_value(item, inner[0] if inner else None, payload) for item in value) or _filled(
            annotation, payload
        )
    if isinstance(value, Mapping):
        inner = _inner(annotation)
        return {
            key: _value(held, inner[1] if len(inner) > 1 else None, payload) for key, held in value.items()
        }
    return payload if (value is None or isinstance(value, str)) and _is_text(annotation) else value


def _filled(annotation: Any, payload: str) -> tuple[str, ...]:
    """An empty list of texts with a text in it."""
    inner = _inner(annotation)
    return (payload,) if inner and _is_text(inner[0]) else ()


def _inner(annotation: Any) -> tuple[Any, ...]:
    """The types inside a list or mapping, through annotations and unions."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _inner(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return next((found for option in get_args(annotation) if (found := _inner(option))), ())
    return get_args(annotation) if isinstance(origin, type) else ()


def _is_text(annotation: Any) -> bool:
    """Whether free text may stand here: a line or prose, or one of several things of which that is one."""
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *marks = get_args(annotation)
        readers = [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
        is_line = any(isinstance(mark, StringConstraints) and mark.max_length == LINE_LIMIT for mark in marks)
        return is_line or read_prose in readers or (not readers and _is_text(base))
    if origin in (Union, UnionType):
        return any(_is_text(option) for option in get_args(annotation))
    return False
