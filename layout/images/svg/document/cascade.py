"""Takes an SVG's style sheets and `style` attributes, gives each element what they say; inherits nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw
from layout.model.patterns import late_pattern

_HARMLESS_RULES = frozenset({"charset", "font-face", "namespace", "keyframes", "page"})
_MEDIA = frozenset({"", "all", "print", "only all", "only print"})
"""Media queries that are true of a brochure, whatever its reader's machine."""
_MAX_RULES = 2_000
_CLASS = late_pattern(r"\.([\w-]+)")
_COLOURS = frozenset({"fill", "stroke", "color", "stop-color", "flood-color", "lighting-color"})

Declaration = tuple[str, str, bool]


class Cascade:
    """The rules of all style sheets of a file; `classes` are the names that selectors ask for."""

    def __init__(self, sources: Iterable[str], note: Callable[[Flaw], None]) -> None:
        """Raises `Flaw` for a selector or rule that is not understood; `note` hears what is passed over."""
        import cssselect2  # type: ignore[import-untyped]

        self._matcher = cssselect2.Matcher()
        self._count = 0
        self._note = note
        self.classes: set[str] = set()
        for source in sources:
            for prelude, content in self._read(source):
                self._add(prelude, content)

    def apply(self, root: SvgElement, is_valid: Callable[[str], bool]) -> None:
        """Gives every element its `rules`; of declared colours the last that `is_valid` stands."""
        elements = list(root.walk())
        matched: Iterable[tuple[Declaration, ...]] = (() for _ in elements)
        if self._count:
            matched = self._match(root)
        for element, declarations in zip(elements, matched, strict=True):
            own = read_declarations(element.attributes.get("style", ""))
            if declarations or own:
                element.rules = _settle((*declarations, *own), is_valid)

    def _match(self, root: SvgElement) -> Iterator[tuple[Declaration, ...]]:
        from cssselect2 import ElementWrapper

        for wrapper in ElementWrapper.from_xml_root(_as_xml(root)).iter_subtree():
            found = sorted(self._matcher.match(wrapper), key=lambda match: match[:2])
            yield tuple(declaration for match in found if match[2] is None for declaration in match[3])

    def _add(self, prelude: list[Any], content: list[Any]) -> None:
        import cssselect2
        import tinycss2  # type: ignore[import-untyped]

        text = tinycss2.serialize(prelude).strip()
        try:
            selectors = cssselect2.compile_selector_list(prelude)
        except cssselect2.SelectorError:
            raise Flaw("svg-selector", selector=text) from None
        declarations = _read_contents(content)
        self.classes.update(_CLASS.findall(text))
        for selector in selectors:
            self._count += 1
            if self._count > _MAX_RULES:
                raise Flaw("svg-selector", selector=f"> {_MAX_RULES}")
            self._matcher.add_selector(selector, declarations)

    def _read(self, source: str) -> Iterator[tuple[list[Any], list[Any]]]:
        import tinycss2

        try:
            yield from self._rules(
                tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)
            )
        except RecursionError:
            raise Flaw("svg-selector", selector="((((…") from None

    def _rules(self, parsed: list[Any]) -> Iterator[tuple[list[Any], list[Any]]]:
        import tinycss2

        for rule in parsed:
            if rule.type == "qualified-rule":
                yield rule.prelude, rule.content
            elif rule.type == "error":
                raise Flaw("svg-selector", selector=rule.message)
            elif rule.lower_at_keyword == "import":
                self._note(Flaw("svg-import", name=tinycss2.serialize(rule.prelude).strip()))
            elif rule.lower_at_keyword == "media":
                query = " ".join(tinycss2.serialize(rule.prelude).lower().split())
                if any(one.strip() in _MEDIA for one in query.split(",")):
                    yield from self._rules(
                        tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)
                    )
                else:
                    self._note(Flaw("svg-media", name=query))
            elif rule.lower_at_keyword not in _HARMLESS_RULES:
                raise Flaw("svg-selector", selector=f"@{rule.at_keyword}")


def _settle(declarations: Iterable[Declaration], is_valid: Callable[[str], bool]) -> dict[str, str]:
    """From the weakest to the strongest; a colour nobody knows gives way to one declared before it."""
    settled: dict[str, str] = {}
    for name, value, _ in sorted(declarations, key=lambda one: one[2]):
        if name not in _COLOURS or name not in settled or is_valid(value) or not is_valid(settled[name]):
            settled.pop(name, None)
            settled[name] = value
    return settled


def _as_xml(root: SvgElement) -> ElementTree.Element:
    """The same tree for the matcher of selectors."""
    made = ElementTree.Element(root.tag, root.attributes)
    stack = [(root, made)]
    while stack:
        element, copy = stack.pop()
        for child in element.children:
            stack.append((child, ElementTree.SubElement(copy, child.tag, child.attributes)))
    return made


@lru_cache(maxsize=4096)
def read_declarations(text: str) -> tuple[Declaration, ...]:
    """Names, values and `!important` of CSS declarations; raises `Flaw` where they nest without end."""
    return _read_contents(text) if text.strip() else ()


def _read_contents(content: str | list[Any]) -> tuple[Declaration, ...]:
    import tinycss2

    try:
        parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        return tuple(
            (one.lower_name, tinycss2.serialize(one.value).strip(), one.important)
            for one in parsed
            if one.type == "declaration"
        )
    except RecursionError:
        raise Flaw("svg-selector", selector="((((…") from None
