"""Two news sources become one: `Itar-Tass` and `Tass`."""

from collections.abc import Callable
from typing import Any

from articles.models import CitedReport, NewsSource
from articles.verbs import Refused
from events.merging.ledger import Ledger, Step
from events.merging.locking import Keys, keys_of
from events.models import Attribution, Report


def touched(sources: list[int]) -> Keys:
    attributed = Report.objects.filter(attributions__cited_report__news_source__in=sources)
    return keys_of(
        report=attributed.values_list("pk", flat=True),
        event=attributed.values_list("event", flat=True),
        newssource=[*sources, *NewsSource.objects.filter(merged_into__in=sources).values_list("pk", flat=True)],
    )


def check(kept: NewsSource, merged: NewsSource) -> None:
    if kept.kind and merged.kind and kept.kind != merged.kind:
        kinds = f"{kept} is called {kept.get_kind_display().lower()}, {merged} {merged.get_kind_display().lower()}"
        raise Refused("merge_joins_rows_of_a_kind", f"{kinds}: change the kind of one first, if they are the same.")


def move(kept: NewsSource, merged: NewsSource, ledger: Ledger) -> None:
    _lend_names(kept, merged, ledger)
    cited = CitedReport.objects.filter(news_source=merged)
    for row in cited.order_by("pk"):
        equal = _equal(row, kept)
        if equal is not None:
            _collapse(row, equal, ledger)
    ledger.point(cited, news_source_id=kept.pk)


def take_names_back(step: Step) -> None:
    """Call the kept source by these names no longer, unless another one that was merged into it has them."""
    kept = NewsSource.objects.get(pk=step["row"])
    others = NewsSource.objects.filter(merged_into=kept)
    wanted = {name.casefold() for other in others for name in (other.name, *other.aliases)}
    lent = {name.casefold() for name in step["names"]} - wanted
    kept.aliases = [name for name in kept.aliases if name.casefold() not in lent]
    kept.save(update_fields=["aliases"])


def _lend_names(kept: NewsSource, merged: NewsSource, ledger: Ledger) -> None:
    known = {name.casefold() for name in (kept.name, *kept.aliases)}
    lent = {name.casefold(): name for name in (merged.name, *merged.aliases) if name.casefold() not in known}
    kept.aliases = [*kept.aliases, *lent.values()]
    kept.save(update_fields=["aliases"])
    ledger.note("lent", row=kept.pk, names=list(lent.values()))


def _equal(row: CitedReport, kept: NewsSource) -> CitedReport | None:
    same = CitedReport.objects.filter(citation=row.citation_id, date=row.date, date_words=row.date_words)
    return same.filter(news_source=kept).first()


def _collapse(row: CitedReport, into: CitedReport, ledger: Ledger) -> None:
    """What rests on the one rests on the other, once."""
    for attribution in row.attributions.order_by("pk"):
        equal = Attribution.objects.filter(report=attribution.report_id, cited_report=into).first()
        if equal is not None:
            ledger.drop(attribution, equal, alike=("report_id", "cited_report_id"))
    ledger.point(Attribution.objects.filter(cited_report=row), cited_report_id=into.pk)
    ledger.drop(row, into, alike=("citation_id", "news_source_id", "date", "date_words"))


WAYS_BACK: dict[str, Callable[[Step], Any]] = {"lent": take_names_back}
