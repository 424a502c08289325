"""Reports and mentions of the article: made, saved, taken back, linked."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from articles.models import StaleRevision
from events.admin.work.view import WorkView, answered
from events.documents import read_mention, read_report
from events.documents.correction import read_link
from events.editing import move_report, propose_again
from events.editing.marks import remove_mention
from events.filing.conditional import Answer, IfMatchUnknown, seen_revision
from events.filing.names import file_mention, refile_mention
from events.filing.refusals import Refusal
from events.filing.reports import file_report, refile_report, unfile_report
from events.models import Mention, Report
from events.workbench.reports import mention_document, report_document

SAME_EVENT = "the same event as reported elsewhere"


class Reports(WorkView):
    """POST: a report of a known event, or of a new one that is made with it."""

    def post(self, request: HttpRequest) -> HttpResponse:
        document = read_report(self.document(), new=True)
        return self.written(lambda: self.made(file_report(document, self.article, by=self.user, rows=self.rows)))

    def made(self, report: Report) -> Answer:
        place = reverse("admin:workbench_onereport", args=[self.article.pk, report.pk])
        return told(report, self.user, status=201, location=place)


class ReportView(WorkView):
    """One report of the article; what is stale is answered with the report as it stands."""

    def row(self) -> Report:
        report = Report.objects.select_related("event").filter(article=self.article, pk=self.kwargs["report"]).first()
        if report is None:
            raise Http404
        return report

    def refused(self, error: Exception) -> Refusal | None:
        refused = super().refused(error)
        if refused is not None and isinstance(error, StaleRevision | IfMatchUnknown):
            refused.more["current"] = report_document(self.row(), self.user)
        return refused


class OneReport(ReportView):
    """GET, PUT and DELETE of a report document."""

    def get(self, request: HttpRequest, report: int) -> HttpResponse:
        document = report_document(self.row(), self.user)
        return answered(document, ETag=f'"{document["revision"]}"')

    def put(self, request: HttpRequest, report: int) -> HttpResponse:
        row, revision = self.row(), seen_revision(request.headers)
        document = read_report(self.document(), new=False)
        how: dict[str, Any] = {"by": self.user, "rows": self.rows, "revision": revision}
        return self.written(lambda: told(refile_report(row, document, **how), self.user))

    def delete(self, request: HttpRequest, report: int) -> HttpResponse:
        revision = seen_revision(request.headers)
        return self.written(lambda: self.gone(revision))

    def gone(self, revision: int) -> Answer:
        unfile_report(self.row(), by=self.user, revision=revision)
        return Answer(204)


class Link(ReportView):
    """POST: the report is of another event, which is known."""

    def post(self, request: HttpRequest, report: int) -> HttpResponse:
        row, revision = self.row(), seen_revision(request.headers)
        document = read_link(self.document())
        event = self.rows.event(document.event, "/event")
        how: dict[str, Any] = {"by": self.user, "revision": revision, "reason": document.reason or SAME_EVENT}
        return self.written(lambda: told(move_report(row, event, **how), self.user))


class ProposeAgain(ReportView):
    """POST: a returned report goes to the reviewers again."""

    def post(self, request: HttpRequest, report: int) -> HttpResponse:
        row, revision = self.row(), seen_revision(request.headers)
        return self.written(lambda: told(propose_again(row, by=self.user, revision=revision), self.user))


class Mentions(WorkView):
    """POST: words name an actor or a place, event or not."""

    def post(self, request: HttpRequest) -> HttpResponse:
        document = read_mention(self.document(), new=True)
        return self.written(lambda: named(file_mention(document, self.article, by=self.user, rows=self.rows), 201))


class OneMention(WorkView):
    """PUT: the words name another row, or are read otherwise. DELETE: they name nobody any more."""

    def row(self) -> Mention:
        mention = Mention.objects.filter(article=self.article, pk=self.kwargs["mention"]).first()
        if mention is None:
            raise Http404
        return mention

    def put(self, request: HttpRequest, mention: int) -> HttpResponse:
        row, revision = self.row(), seen_revision(request.headers)
        document = read_mention(self.document(), new=False)
        how: dict[str, Any] = {"by": self.user, "rows": self.rows, "revision": revision}
        return self.written(lambda: named(refile_mention(row, document, **how), 200))

    def delete(self, request: HttpRequest, mention: int) -> HttpResponse:
        revision = seen_revision(request.headers)
        return self.written(lambda: self.gone(revision))

    def gone(self, revision: int) -> Answer:
        remove_mention(self.row(), by=self.user, revision=revision)
        return Answer(204)

    def refused(self, error: Exception) -> Refusal | None:
        refused = super().refused(error)
        if refused is not None and isinstance(error, StaleRevision | IfMatchUnknown):
            refused.more["current"] = mention_document(self.row())
        return refused


def told(report: Report, user: Any, *, status: int = 200, location: str = "") -> Answer:
    """The report as it is stored now."""
    document = report_document(report, user)
    return Answer(status, document, document["revision"], location)


def named(mention: Mention, status: int) -> Answer:
    """The mention as it is stored now."""
    mention.refresh_from_db()
    return Answer(status, mention_document(mention), mention.revision)
