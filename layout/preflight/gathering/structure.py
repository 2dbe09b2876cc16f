"""Takes a structure tree, gives its elements and leaves in reading order; never reads what the leaves say."""

from __future__ import annotations

from collections.abc import Mapping

from layout.model.records import Struct, field
from layout.preflight.facts import Structure, TaggedElement, TaggedLeaf
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget, OverLimitError

MAX_DEPTH = 100


class _Tree(Struct, kw_only=True):
    """The tree in the making."""

    roles: Mapping[str, str]
    pages: Mapping[int, int]
    """Object number of a page -> its number, from 1."""
    budget: Budget
    elements: list[TaggedElement] = field(default_factory=list)
    leaves: list[TaggedLeaf] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)


def read_structure(
    document: pdf.Document, pages: Mapping[int, int], language: str, budget: Budget
) -> Structure | None:
    """The document's structure tree (ISO 32000-1, 14.7); None where it has none. Raises OverLimitError."""
    root = pdf.dictionary(pdf.raw(document.catalog, "StructTreeRoot"))
    if not root:
        return None
    roles = {key: pdf.name(value) for key, value in pdf.items(pdf.raw(root, "RoleMap"))[:1000]}
    tree = _Tree(roles=roles, pages=pages, budget=budget)
    _read_kids(tree, pdf.raw(root, "K"), -1, (0, language), 0)
    parents, keys = _read_parents(pdf.raw(root, "ParentTree"), budget)
    return Structure(tuple(tree.elements), tuple(tree.leaves), parents, frozenset(keys))


def _read_kids(tree: _Tree, value: object, parent: int, context: tuple[int, str], depth: int) -> None:
    kids = pdf.array(value)
    for kid in kids if kids else (value,):
        _read_kid(tree, kid, parent, context, depth)


def _read_kid(tree: _Tree, kid: object, parent: int, context: tuple[int, str], depth: int) -> None:
    """`context` is the page in force (0 for none) and the language in force."""
    if depth > MAX_DEPTH or len(tree.elements) + len(tree.leaves) > tree.budget.limits.objects:
        raise OverLimitError("depth" if depth > MAX_DEPTH else "objects")
    found = pdf.dictionary(kid)
    if not found:
        mcid = pdf.integer(kid, -1)
        if mcid >= 0:
            tree.leaves.append(TaggedLeaf(parent, context[0], 0, mcid))
        return
    kind = pdf.name(pdf.entry(found, "Type"))
    page = tree.pages.get(pdf.object_number(pdf.raw(found, "Pg")), context[0])
    if kind == "MCR":
        owner = pdf.object_number(pdf.raw(found, "Stm"))
        tree.leaves.append(TaggedLeaf(parent, page, owner, pdf.integer(pdf.entry(found, "MCID"), -1)))
    elif kind == "OBJR":
        tree.leaves.append(TaggedLeaf(parent, page, 0, -1, pdf.object_number(pdf.raw(found, "Obj"))))
    elif "/S" in found and pdf.identity(kid) not in tree.seen:
        tree.seen.add(pdf.identity(kid))
        _read_element(tree, kid, found, parent, (page, context[1]), depth)


def _read_element(
    tree: _Tree, value: object, found: pdf.Dictionary, parent: int, context: tuple[int, str], depth: int
) -> None:
    written = pdf.name(pdf.entry(found, "S"))
    language = pdf.text(pdf.entry(found, "Lang")) or context[1]
    kids = pdf.raw(found, "K")
    tree.elements.append(
        TaggedElement(
            kind=_standard(tree.roles, written),
            written=written,
            parent=parent,
            language=language,
            alternative=_optional(found, "Alt"),
            actual=_optional(found, "ActualText"),
            title=pdf.text(pdf.entry(found, "T")),
            scope=_scope(pdf.raw(found, "A")),
            children=len(pdf.array(kids)) or int(pdf.resolve(kids) is not None),
            number=pdf.object_number(value),
            identifier=pdf.octets(pdf.entry(found, "ID")).decode("latin-1"),
        )
    )
    _read_kids(tree, kids, len(tree.elements) - 1, (context[0], language), depth + 1)


def _optional(found: pdf.Dictionary, key: str) -> str | None:
    return pdf.text(pdf.entry(found, key)) if f"/{key}" in found else None


def _standard(roles: Mapping[str, str], written: str) -> str:
    kind = written
    for _ in range(8):
        if kind not in roles or roles[kind] == kind:
            break
        kind = roles[kind]
    return kind


def _scope(value: object) -> str:
    for attributes in pdf.array(value) or (value,):
        scope = pdf.name(pdf.entry(pdf.dictionary(attributes), "Scope"))
        if scope:
            return scope
    return ""


def _read_parents(value: object, budget: Budget) -> tuple[dict[tuple[int, int], int], set[int]]:
    """The ParentTree, a number tree (ISO 32000-1, 7.9.7 and 14.7.4.4)."""
    parents: dict[tuple[int, int], int] = {}
    keys: set[int] = set()
    waiting, seen = [value], set[int]()
    while waiting:
        raw = waiting.pop()
        node = pdf.dictionary(raw)
        if not node or pdf.identity(raw) in seen:
            continue
        seen.add(pdf.identity(raw))
        waiting.extend(pdf.array(pdf.raw(node, "Kids")))
        entries = pdf.array(pdf.raw(node, "Nums"))
        for key, held in zip(entries[::2], entries[1::2], strict=False):
            number = pdf.integer(key, -1)
            keys.add(number)
            members = pdf.array(held)
            if members:
                parents.update({(number, i): pdf.object_number(kid) for i, kid in enumerate(members)})
            else:
                parents[(number, -1)] = pdf.object_number(held)
        if len(parents) > budget.limits.objects or len(seen) > budget.limits.objects:
            raise OverLimitError("objects")
    return parents, keys
