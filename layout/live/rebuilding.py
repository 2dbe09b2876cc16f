"""Takes content and which products are wanted, writes them after each change on the disk, until stopped."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

from layout.live.watching import watch_content
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.products.edition import Edition
from layout.model.records import Struct
from layout.model.values import SystemReason
from layout.pipeline.building import Sessions, build_products
from layout.pipeline.wishes import ProductWishes


class Round(Struct, frozen=True, kw_only=True):
    """What one rebuild came to: its files, its inner pages, how many of them changed, and what was found."""

    paths: tuple[Path, ...] = ()
    pages: int = 0
    changed: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def rebuild_on_change(
    content: Path,
    editions: Iterable[Edition],
    wishes: ProductWishes,
    tell: Callable[[Round], None],
    stop: Event,
) -> None:
    """Builds at once and after each change of `content` until `stop` is set; `tell` gets what it came to.

    Raises Rejected where there is no such content.
    """
    editions, sessions = tuple(editions), Sessions(content)
    for _ in watch_content(content, stop, wishes.folder):
        done = _build(content, sessions, editions, wishes)
        if any(one.unbegun for one in done.diagnostics):
            raise Rejected(done.diagnostics)
        tell(done)


def _build(content: Path, sessions: Sessions, editions: tuple[Edition, ...], wishes: ProductWishes) -> Round:
    try:
        built = build_products(content, editions, wishes, sessions)
    except Rejected as rejected:
        return Round(diagnostics=rejected.diagnostics)
    except OSError as error:
        reason = SystemReason.of(error)
        told = Diagnostic("file-system", Span(str(error.filename or wishes.folder)), {"reason": reason})
        return Round(diagnostics=(told,))
    finally:
        # What stays from rebuild to rebuild is not searched for garbage again each time.
        gc.freeze()
    pages, changed = sessions.count_pages()
    return Round(paths=built.paths, pages=pages, changed=changed, diagnostics=built.diagnostics)
