"""Names that mean the same: whoever searches for Kiev finds Kyiv, and the other way round.

A name that two rows of one table share (two persons called Ivanov) stands for itself alone. Rows of different tables
that share a name (the state and the place) are one. Names of rows that are not public do not count; lists of names that
come with an app (`known_names` of its configuration: pairs of a list and the names of one entry) count always.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from django.apps import AppConfig, apps
from django.db import connection

MOST_WORDS = 6  # of a name that is looked for in a query
MOST_NAMES = 40  # that one name stands for
MOST_KEYS = 1_000  # that are looked at for one query

Owner = tuple[str, int]

# The names of all that are called by any of the keys, with all who are called so.
CALLED = """
    SELECT o.kind, o.owner, o.key, o.spelling FROM articles_searchvariant v
    JOIN articles_searchvariant o ON o.kind = v.kind AND o.owner = v.owner
    WHERE v.key = ANY (%s) GROUP BY 1, 2, 3, 4
"""


def keys_of(words: Iterable[str]) -> dict[str, str]:
    """For each of the words the key under which a name is found."""
    asked = list(dict.fromkeys(words))
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_key(w) FROM unnest(%s::text[]) WITH ORDINALITY u (w, n) ORDER BY n", [asked])
        return dict(zip(asked, (key for (key,) in cursor.fetchall()), strict=True))


def same_names(keys: Iterable[str]) -> dict[str, Sequence[str]]:
    """For each key that is a name of something public, all names that mean the same, its own among them."""
    book = Book()
    book.look_up(keys)
    return {key: names for key in keys if len(names := book.names_like(key)) > 1}


@dataclass
class Book:
    """The names looked up so far: who is called by a key, how an owner is called."""

    owners: dict[str, set[Owner]] = field(default_factory=lambda: defaultdict(set))
    called: dict[Owner, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    seen: set[str] = field(default_factory=set)

    def look_up(self, keys: Iterable[str]) -> None:
        """Read who is called by the keys, who shares a name with those, and so on."""
        while new := set(keys) - self.seen:
            self.seen |= new
            found = _called(new)
            shown = _public({(kind, owner) for kind, owner, _, _ in found})
            for kind, owner, key, name in found:
                if (kind, owner) in shown:
                    self.note((kind, owner), {key: name})
            for listed in {one for key in new for one in known_names().owners.get(key, ())}:
                self.note(listed, known_names().called[listed])
            keys = self.owners if len(self.owners) < MOST_KEYS else ()

    def note(self, owner: Owner, names: Mapping[str, str]) -> None:
        """The owner is called by these names, given by their keys."""
        self.called[owner] |= names
        for key in names:
            self.owners[key].add(owner)

    def names_like(self, key: str) -> list[str]:
        """All names that mean what the key means, as they are written; at most so many."""
        names: dict[str, str] = {}
        waiting = [key]
        while waiting and len(names) < MOST_NAMES:
            one = waiting.pop()
            for owner in self._meant_by(one):
                for other, name in self.called[owner].items():
                    if other not in names and self._meant_by(other):
                        names[other] = name
                        waiting.append(other)
        return sorted(names.values())

    def _meant_by(self, key: str) -> set[Owner]:
        """Who is called so, at most one of a table: nobody, where two are."""
        owners = self.owners.get(key, set())
        return owners if len({kind for kind, _ in owners}) == len(owners) else set()


@cache
def known_names() -> Book:
    """The names that come with the apps."""
    book = Book()
    lists = ((config.label, *entry) for config in apps.get_app_configs() for entry in _listed(config))
    entries = [((f"{label}: {name}", number), names) for number, (label, name, names) in enumerate(lists)]
    keys = keys_of(name for _, names in entries for name in names)
    for owner, names in entries:
        book.note(owner, {keys[name]: name for name in names})
    return book


def _listed(config: AppConfig) -> Iterable[tuple[str, Sequence[str]]]:
    found: Iterable[tuple[str, Sequence[str]]] = getattr(config, "known_names", tuple)()
    return found


def _called(keys: set[str]) -> list[tuple[str, int, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(CALLED, [list(keys)])
        rows: list[tuple[str, int, str, str]] = cursor.fetchall()
    return rows


def _public(owners: set[Owner]) -> set[Owner]:
    """Those that everybody may see: each table asks its own door."""
    shown: set[Owner] = set()
    for kind in {kind for kind, _ in owners}:
        rows = apps.get_model(kind)._default_manager.public().filter(pk__in=[pk for k, pk in owners if k == kind])
        shown |= {(kind, pk) for pk in rows.values_list("pk", flat=True)}
    return shown
