"""Keeps answers by what was asked; forgets what neither of the last two rounds asked for."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST_KEPT = 50_000
"""Answers of one round; so many come together only where round after round ends too early to be one."""


class Memo(Generic[K, V]):
    """Answers of a pure function; a key that names records by identity has an answer that holds them.

    A round is one rebuild that came to its end. What neither this round nor the last one asked for is gone,
    so that a memo holds at most what two states of a document need.
    """

    def __init__(self) -> None:
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """The answer to `key`, if it is known still."""
        found = self._now.get(key)
        if found is None:
            found = self._before.pop(key, None)
            if found is not None:
                self._now[key] = found
        return found

    def keep(self, key: K, answer: V) -> V:
        """`answer`, remembered for `key`."""
        if len(self._now) >= MOST_KEPT:
            self.turn()
        self._now[key] = answer
        return answer

    def turn(self) -> None:
        """Ends a round."""
        self._before, self._now = self._now, {}

    def __len__(self) -> int:
        """How many answers are held."""
        return len(self._now) + len(self._before)


class HeldMemo(Generic[K, V]):
    """Answers that are known as long as somebody holds them: such as are parts of greater answers.

    Whoever wants what is asked for to be known later puts a list at `held`: it gets every answer from then.
    """

    def __init__(self) -> None:
        self._known: WeakValueDictionary[K, V] = WeakValueDictionary()
        self.held: list[V] = []

    def get(self, key: K) -> V | None:
        """The answer to `key`, if it is known still."""
        found = self._known.get(key)
        if found is not None:
            self.held.append(found)
        return found

    def keep(self, key: K, answer: V) -> V:
        """`answer`, remembered for `key`."""
        self.held.append(answer)
        self._known[key] = answer
        return answer
