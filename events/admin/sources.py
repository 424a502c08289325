"""Who said so: everybody whom the article cites, to be ticked."""

from typing import Any

from django import forms
from django.http import HttpRequest

from articles.admin.revisioned import KeptRows, RevisionedInline
from articles.models import Article, CitedReport, SpanState
from articles.pages.anchors import sentence_number
from events.models import Attribution, Report


class SourceForm(forms.ModelForm):
    """One whom the article cites; ticked where he stands for what the report says."""

    says = forms.BooleanField(required=False)

    class Meta:
        model = Attribution
        fields = ["cited_report", "scope"]
        labels = {"scope": "How we know"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].initial = bool(self.instance.pk)

    def has_changed(self) -> bool:
        """One who is not ticked is no source, whatever else the row offers."""
        return super().has_changed() if self.instance.pk else bool(self["says"].value())


class SourceFormSet(KeptRows):
    """A form for each source that stands for the report, then one for each other that the article cites."""

    cited: dict[str, CitedReport] = {}  # by their keys as text, in order of the text
    sentences: dict[str, int] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {row.cited_report_id for row in self.get_queryset()}
        offered = [one for one in self.cited.values() if one.pk not in taken and one.citation.state != SpanState.ORPHAN]
        self.initial_extra = [{"cited_report": one.pk} for one in offered]
        self.extra = len(offered)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        key = str(form["cited_report"].value())
        form.fields["says"].label = str(self.cited.get(key, ""))
        form.sentence = self.sentences.get(key, 0)


class SourceInline(RevisionedInline):
    model = Attribution
    form = SourceForm
    formset = SourceFormSet
    template = "admin/events/report/sources.html"
    can_delete = False
    verbose_name_plural = "sources: who said so, of those that the article cites"
    fields = ["says", "scope", "cited_report"]

    def get_formset(self, request: HttpRequest, obj: Report | None = None, **kwargs: Any) -> Any:
        article = obj.article_id if obj else request.POST.get("article") or request.GET.get("article")
        self.cited = cited_in(article) if str(article or "").isdecimal() else {}
        formset = super().get_formset(request, obj, **kwargs)
        formset.cited, formset.sentences = self.cited, sentences_of(self.cited)
        return formset

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The source is fixed by its row: no links to add or to look at one, which the admin puts beside."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "cited_report":
            field.queryset = CitedReport.objects.filter(pk__in=self.cited)
            field.widget = forms.HiddenInput()
        return field


def cited_in(article: Any) -> dict[str, CitedReport]:
    """What the article cites, by key, in order of the text."""
    rows = CitedReport.objects.filter(citation__article=article).select_related("news_source", "citation")
    return {str(row.pk): row for row in rows.order_by("citation__start", "citation", "pk")}


def sentences_of(cited: dict[str, CitedReport]) -> dict[str, int]:
    """For each of them the number of the sentence that cites it; 0 where its words are gone."""
    if not cited:
        return {}
    article = Article.objects.get(pk=next(iter(cited.values())).citation.article_id)
    sentences = article.sentences
    places = {key: row.citation.start for key, row in cited.items()}
    return {key: 0 if place is None else sentence_number(place, sentences) for key, place in places.items()}


def sources_of(formset: SourceFormSet) -> dict[CitedReport, str]:
    """Those ticked, and those that somebody added meanwhile."""
    ticked = [f.cleaned_data for f in formset.forms if f.cleaned_data.get("says")]
    added = {row.cited_report: row.scope for row in formset.unseen()}
    return {**added, **{one["cited_report"]: one["scope"] for one in ticked}}
