"""Fields that a file defines itself: kept as lines of the notes of what has them."""

from handbook.exchange.plans.mspdi.fields import Fields
from handbook.exchange.plans.mspdi.xml import Element
from handbook.exchange.plans.reading import line_of_text, prose


class Custom:
    """The names of a file's own fields and of the values that they may have."""

    def __init__(self, root: Element) -> None:
        self._names: dict[str, str] = {}
        self._values: dict[tuple[str, str], str] = {}
        for one in [*root.inside("ExtendedAttributes", "ExtendedAttribute"), *_codes(root)]:
            said = {child.name: child.text for child in one.children}
            name = said.get("Alias") or said.get("FieldName") or said.get("PhoneticAlias") or ""
            self._names[said.get("FieldID", "")] = line_of_text(name, 100)
            for value in [*one.inside("ValueList", "Value"), *one.inside("Values", "Value")]:
                parts = {child.name: child.text for child in value.children}
                key = (said.get("FieldID", ""), parts.get("ID") or parts.get("ValueID") or "")
                self._values[key] = line_of_text(parts.get("Value", ""), 300)

    def notes(self, fields: Fields, before: str, more: tuple[tuple[str, str], ...] = ()) -> str:
        """Notes of a task or resource, followed by a line for each field of the file's own that it has."""
        lines = [f"{name}: {value}" for name, value in more if value]
        for name in ("ExtendedAttribute", "OutlineCode"):
            for element in fields.each(name):
                parts = {child.name: child.text.strip() for child in element.children}
                field = parts.get("FieldID", "")
                chosen = self._values.get((field, parts.get("ValueID", "")), "")
                value = line_of_text(parts.get("Value") or chosen)
                if value:
                    lines.append(f"{self._names.get(field) or f'Field {field}'}: {value}")
        return prose("\n".join([*([before] if before else []), *lines]))


def _codes(root: Element) -> list[Element]:
    return list(root.inside("OutlineCodes", "OutlineCode"))
