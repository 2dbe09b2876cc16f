"""Takes which product is wished, makes it from what is saved, one at a time; tells how far it is."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from layout.model.diagnostic import Diagnostic, Rejected, has_errors
from layout.model.products.edition import EDITIONS
from layout.model.products.handout import HANDOUT, SCHEMES, Form, Handout
from layout.model.records import Struct, replace
from layout.pipeline.building import build_products
from layout.pipeline.wishes import ProductWishes
from layout.preflight import PROFILES, preflight
from layout.preflight.report.renditions import diagnose


class ProductWish(Struct, frozen=True, kw_only=True):
    """A product as the page's form asks for it; what is not about handouts is heeded by others not at all."""

    edition: str
    form: str = HANDOUT.form.value
    grey: bool = False
    ink_save: bool = False
    language: str | None = None
    columns: int = 1

    @property
    def handout(self) -> Handout:
        """The handout's part; raises ValueError for a form that there is not."""
        return Handout(Form(self.form), self.grey, self.ink_save, self.language, self.columns)


class Making(Struct, frozen=True, kw_only=True):
    """How far the last product is: the `stage` at work, then the file, and what there is to say of it."""

    wish: ProductWish | None = None
    stage: str = ""
    busy: bool = False
    file: Path | None = None
    verdict: str = ""
    """What the judge says of the file: `passed`, `warned`, `unsure`, `refused`."""
    diagnostics: tuple[Diagnostic, ...] = ()


class Workshop:
    """Makes products of one document into a folder of its own, which goes when the workshop closes.

    `changed` is called from the workshop's thread after each step.
    """

    def __init__(self, place: Path, changed: Callable[[], None]) -> None:
        self._place = place
        self._changed = changed
        self._lock = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="szpalta-products-")
        self.making = Making()

    def __enter__(self) -> Workshop:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def start(self, wish: ProductWish) -> bool:
        """Begins to make a product; False while another one is being made. Raises ValueError, KeyError."""
        handout, edition = wish.handout, EDITIONS[wish.edition]
        if not self._lock.acquire(blocking=False):
            return False
        self._tell(Making(wish=wish, busy=True))
        wishes = ProductWishes(
            watch=self._watch,
            handout=handout,
            folder=Path(self._folder.name),
        )
        threading.Thread(target=self._make, args=(edition.name, wishes), name="workshop", daemon=True).start()
        return True

    def find(self, name: str) -> Path | None:
        """A product made here, by its file's name."""
        made = {path.name: path for path in Path(self._folder.name).glob("*.pdf")}
        return made.get(name)

    def _make(self, edition: str, wishes: ProductWishes) -> None:
        try:
            built = build_products(self._place, (EDITIONS[edition],), wishes)
            file = None if has_errors(built.diagnostics) else next(iter(built.paths), None)
            done = replace(self.making, busy=False, stage="", file=file, diagnostics=built.diagnostics)
            if file is not None:
                done = self._judge(done, file, edition)
        except Rejected as rejected:
            done = replace(self.making, busy=False, stage="", diagnostics=rejected.diagnostics)
        finally:
            self._lock.release()
        self._tell(done)

    def _judge(self, done: Making, file: Path, edition: str) -> Making:
        """What the judge finds in a file that was made, by the profile of what it is for."""
        with self._watch("preflight"):
            report = preflight(file, PROFILES.get(edition, PROFILES["screen"]))
        found = tuple(dict.fromkeys((*done.diagnostics, *diagnose(report))))
        return replace(done, verdict=report.verdict.value, diagnostics=found)

    @contextmanager
    def _watch(self, stage: str) -> Iterator[None]:
        before = self.making
        self._tell(replace(before, stage=stage))
        yield
        self._tell(replace(self.making, stage=before.stage))

    def _tell(self, making: Making) -> None:
        self.making = making
        self._changed()


FORMS = tuple(form.value for form in SCHEMES)
"""The ways in which a handout comes on paper."""
