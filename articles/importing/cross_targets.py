"""What a cross reference means: the issue at the place in the run that it names, or the one of its day; of that issue
the one article whose headline has all that the reference says of it (`on the Duma election, see …`).

Nothing is guessed. A reference without a full date or place, to a publication that nobody here is called, or to a day
on which two issues appeared, stays open; one that fits no headline, or several, leads to the issue. An editor or a
later import may know better; what an editor chose stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT

from articles.citations.reference_topic import fits, topic_of
from articles.dates import Edtf
from articles.history import because
from articles.importing.header import same_name
from articles.models import Article, CrossReference, Issue, Publication

REASON = "found by what the cross reference says"
_BATCH = 500
_MAY_HAVE_TOPIC = r"^\(\s*[a-z].*[Ss]ee\s"


def resolve_cross_references(*, by: User | None) -> int:
    """Gives every open cross reference its target where that is known, and returns how many got one.

    One that was given its issue here, and that nobody has touched since, gets its article once that is there.
    """
    anchored = CrossReference.objects.anchored().order_by("id")
    open_ones = list(_with_issues(anchored.filter(_is_open(), _says_enough())))
    changed = dict.fromkeys([*open_ones, *_with_articles([*open_ones, *_resolved_here(anchored)])])
    found = list(changed)
    batches = (found[start : start + _BATCH] for start in range(0, len(found), _BATCH))
    return sum(_resolve(batch, by) for batch in batches)


def _resolve(references: list[CrossReference], by: User | None) -> int:
    """Writes those that nobody else has written meanwhile."""
    with transaction.atomic(), because(by=by, reason=REASON):
        same = CrossReference.objects.filter(pk__in=[reference.pk for reference in references]).order_by("pk")
        unchanged = set(same.select_for_update().values_list("pk", "revision"))
        left = [reference for reference in references if (reference.pk, reference.revision) in unchanged]
        CrossReference.objects.bulk_update(left, ["target_issue", "target_article"])
    return len(left)


def _is_open() -> Q:
    return Q(target_issue__isnull=True, target_article__isnull=True)


def _resolved_here(references: QuerySet[CrossReference]) -> QuerySet[CrossReference]:
    """Those that lead to an issue, may say of which article, and have stood as they are since they were resolved."""
    history = CrossReference.history.rel.related_model.objects.filter(pgh_obj=OuterRef("pk")).order_by("-pgh_id")
    last = Subquery(history.annotate(why=KT("pgh_context__reason")).values("why")[:1])
    leading = references.filter(target_issue__isnull=False, quote__regex=_MAY_HAVE_TOPIC)
    return leading.annotate(last_reason=last).filter(last_reason=REASON)


def _says_enough() -> Q:
    placed = Q(volume__isnull=False, number__isnull=False)
    return placed | Q(date_lower__isnull=False, date_lower=F("date_upper"))


def _with_issues(open_ones: QuerySet[CrossReference]) -> Iterator[CrossReference]:
    references = list(open_ones.select_related("article__issue").defer("article__text"))
    issues = _Issues(references)
    for reference in references:
        target = issues.meant_by(reference)
        if target is not None and target.pk != reference.article.issue_id:
            reference.target_issue = target
            yield reference


def _with_articles(references: Iterable[CrossReference]) -> Iterator[CrossReference]:
    """Those of which one headline of their issue has all that they say; they lead to its article instead."""
    topics = {reference: topic for reference in references if (topic := topic_of(reference.quote))}
    headlines = _headlines({reference.target_issue_id for reference in topics})
    for reference, topic in topics.items():
        named = headlines.get(reference.target_issue_id, ())
        fitting = [pk for pk, title in named if pk != reference.article_id and fits(topic, title)]
        if len(fitting) == 1:
            reference.target_issue_id, reference.target_article_id = None, fitting[0]
            yield reference


def _headlines(issues: set[int | None]) -> dict[int, list[tuple[int, str]]]:
    """The headlines that articles of these issues have; a working title is none."""
    headlines: dict[int, list[tuple[int, str]]] = defaultdict(list)
    named = Article.objects.standing().filter(issue__in=issues, title_is_derived=False).order_by("pk")
    for issue, pk, title in named.values_list("issue", "pk", "title"):
        headlines[issue].append((pk, title))
    return headlines


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
