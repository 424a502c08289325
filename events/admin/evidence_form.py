"""Evidence by pasting words: where they stand is found, and asked for where they stand twice."""

from typing import Any

from django import forms

from articles.models import Article
from articles.pages.anchors import sentence_number
from events.editing.marks import Words
from events.models import Evidence, EvidenceKind, Participation, Place
from events.pasting import longest_beginning, places_of

READINGS = [("entity", "the one named"), ("metonym", "its government (metonym)"), ("phrase", "a phrase, no name")]


class EvidenceForm(forms.ModelForm):
    """One stretch of words; `occurrence` appears only where the text has them more than once."""

    reading = forms.ChoiceField(
        choices=READINGS,
        initial="entity",
        required=False,
        label="A name means",
        help_text="Of participants and places.",
    )
    occurrence = forms.CharField(required=False, label="Which of them", widget=forms.HiddenInput)

    class Meta:
        model = Evidence
        fields = ["kind", "quote", "participation", "reading", "occurrence"]
        widgets = {"quote": forms.Textarea(attrs={"rows": 2})}
        labels = {"quote": "Words, pasted from the text", "participation": "Who, of a participant"}
        help_texts = {"quote": ""}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.kind in (EvidenceKind.PARTICIPANT, EvidenceKind.PLACE):
            mention = self.instance.mention
            self.fields["reading"].initial = mention.reading if mention else "phrase"

    @property
    def article(self) -> Article | None:
        """The article of the report that this form hangs on."""
        report = self.instance.report if self.instance.report_id else getattr(self, "report", None)
        return getattr(report, "article", None) if report and report.article_id else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("DELETE") or self.article is None or not cleaned.get("quote"):
            return cleaned
        if cleaned.get("kind") == EvidenceKind.PARTICIPANT and not cleaned.get("participation"):
            self.add_error("participation", "Say whom these words name; save the event's participants first.")
        cleaned["place"] = self._place(cleaned["quote"], cleaned.get("occurrence") or "")
        return cleaned

    def _place(self, quote: str, chosen: str) -> tuple[int, int] | None:
        text = self.article.text if self.article else ""
        places = places_of(quote, text)
        if not places:
            self.add_error("quote", _not_there(quote, text))
            return None
        if self._is_kept(places):
            return self.instance.start, self.instance.end
        if len(places) == 1:
            return places[0]
        self._ask(places, text)
        by_start = {str(start): (start, end) for start, end in places}
        if chosen not in by_start:
            self.add_error("occurrence", f"The text has these words {len(places)} times: choose which you mean.")
        return by_start.get(chosen)

    def _is_kept(self, places: list[tuple[int, int]]) -> bool:
        unchanged = self.instance.pk and "quote" not in self.changed_data and "occurrence" not in self.changed_data
        return bool(unchanged) and (self.instance.start, self.instance.end) in places

    def _ask(self, places: list[tuple[int, int]], text: str) -> None:
        sentences = self.article.sentences if self.article else []
        told = [(s, f"Sentence {sentence_number(s, sentences)}: {_around(text, s, e)}") for s, e in places]
        choices = [("", "---------"), *((str(start), words) for start, words in told)]
        self.fields["occurrence"].widget = forms.Select(choices=choices)

    def words(self, report_place: Place | None) -> Words | None:
        """What the form says, for the verb; a row that was left alone says what it said."""
        if self.instance.pk and not self.has_changed():
            return as_stored(self.instance)
        cleaned = self.cleaned_data
        if not cleaned or cleaned.get("DELETE") or not cleaned.get("place") or self.article is None:
            return None
        (start, end), kind = cleaned["place"], cleaned["kind"]
        part: Participation | None = cleaned["participation"] if kind == EvidenceKind.PARTICIPANT else None
        reading = cleaned.get("reading") or "entity"
        named = part.actor if part else report_place if kind == EvidenceKind.PLACE else None
        return Words(
            kind=kind,
            start=start,
            end=end,
            quote=self.article.text[start:end],
            actor=part.actor if part else None,
            role=part.role if part else "",
            names=None if reading == "phrase" else named,
            reading="entity" if reading == "phrase" else reading,
        )


def as_stored(evidence: Evidence) -> Words:
    """Stored evidence as the verb takes it."""
    part, mention = evidence.participation, evidence.mention
    return Words(
        kind=evidence.kind,
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote,
        actor=part.actor if part else None,
        role=part.role if part else "",
        names=(mention.actor or mention.place) if mention else None,
        reading=mention.reading if mention else "entity",
    )


def _not_there(quote: str, text: str) -> str:
    beginning = longest_beginning(quote, text)
    if beginning:
        return f"These words are not in the text, which has them as far as “{beginning[-80:]}”: paste them."
    return "These words are not in the text: paste them from the text beside."


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    return f"…{before}[{text[start:end][:60]}]{after}…".replace("\n", " ")
