"""Which issue a cross reference means: the one at the place in the run that it names, or the one of its day.

Nothing is guessed: a reference without a full date or place, to a publication that nobody here is called, or to a day
on which two issues appeared, stays open until an editor or a later import knows better.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q, QuerySet

from articles.dates import Edtf
from articles.history import because
from articles.importing.header import same_name
from articles.models import CrossReference, Issue, Publication

_BATCH = 500


def resolve_cross_references(*, by: User | None, reason: str) -> int:
    """Gives every open cross reference its target where that is known, and returns how many got one."""
    open_ones = CrossReference.objects.unresolved().anchored().filter(_says_enough()).order_by("id")
    found = list(_with_targets(open_ones))
    batches = (found[start : start + _BATCH] for start in range(0, len(found), _BATCH))
    return sum(_resolve(batch, by, reason) for batch in batches)


def _resolve(references: list[CrossReference], by: User | None, reason: str) -> int:
    """Writes those that nobody else has resolved meanwhile."""
    with transaction.atomic(), because(by=by, reason=reason):
        same = CrossReference.objects.unresolved().filter(pk__in=[reference.pk for reference in references])
        still_open = set(same.order_by("pk").select_for_update().values_list("pk", flat=True))
        left = [reference for reference in references if reference.pk in still_open]
        CrossReference.objects.bulk_update(left, ["target_issue"])
    return len(left)


def _says_enough() -> Q:
    placed = Q(volume__isnull=False, number__isnull=False)
    return placed | Q(date_lower__isnull=False, date_lower=F("date_upper"))


def _with_targets(open_ones: QuerySet[CrossReference]) -> Iterator[CrossReference]:
    references = list(open_ones.select_related("article__issue").defer("article__text"))
    issues = _Issues(references)
    for reference in references:
        target = issues.meant_by(reference)
        if target is not None and target.pk != reference.article.issue_id:
            reference.target_issue = target
            yield reference


class _Issues:
    """The issues that some references may mean, by place in the run and by day."""

    def __init__(self, references: list[CrossReference]) -> None:
        self._named: dict[str, list[int]] = {}
        self._publications = list(Publication.objects.all())
        self._placed: dict[tuple[int, int, int], Issue] = {}
        self._dated: dict[tuple[int, object], list[Issue]] = defaultdict(list)
        places = {(reference.volume, reference.number) for reference in references}
        wanted = Q(date_lower__in={reference.date_lower for reference in references}, date_lower=F("date_upper"))
        wanted |= Q(volume__in={v for v, _ in places if v}, number__in={n for _, n in places if n})
        for issue in Issue.objects.filter(wanted) if references else ():
            self._placed[issue.publication_id, issue.volume, issue.number] = issue
            self._dated[issue.publication_id, issue.date_lower].append(issue)

    def meant_by(self, reference: CrossReference) -> Issue | None:
        publications = self._called(reference.publication_words)
        found = [issue for pk in publications for issue in self._candidates(pk, reference)]
        return found[0] if len(found) == 1 else None

    def _candidates(self, publication: int, reference: CrossReference) -> list[Issue]:
        if reference.volume and reference.number:
            issue = self._placed.get((publication, reference.volume, reference.number))
            return [issue] if issue and _dates_agree(issue, reference) else []
        return [issue for issue in self._dated.get((publication, reference.date_lower), ()) if _of_one_day(issue)]

    def _called(self, name: str) -> list[int]:
        if name not in self._named:
            publications = self._publications
            self._named[name] = [row.pk for row in publications if _is_called(row, name)]
        return self._named[name]


def _is_called(publication: Publication, name: str) -> bool:
    return any(same_name(own, name) for own in (publication.title, publication.slug, *publication.aliases))


def _of_one_day(issue: Issue) -> bool:
    return issue.date_lower is not None and issue.date_lower == issue.date_upper


def _dates_agree(issue: Issue, reference: CrossReference) -> bool:
    if reference.date_lower is None or issue.date_lower is None:
        return True
    return Edtf.parse(issue.date).overlaps(Edtf.parse(reference.date))
