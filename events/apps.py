from collections.abc import Iterator

from django.apps import AppConfig

from events import gazetteer


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "What the articles report"
    # What a person can do where the database keeps a rule.
    advice = {
        "report_confirmed_has_sentence": "A confirmed report needs at least one sentence as evidence: mark it first.",
        "evidence_fits_its_report": "Evidence names an actor or mention of another event: choose one of this event.",
        "evidence_is_given_once": "This stretch is evidence of this kind already.",
        "participation_role_is_legal": "This role is not legal for the event's type: see the codebook.",
        "participation_is_given_once": "The actor has this role already.",
        "attribution_cites_in_its_article": "The source is cited in another article: choose a citation of this one.",
        "attribution_is_made_once": "The source stands for this report already.",
        "report_article_stands": "The article is part of another one, where it was joined: report it there.",
        "article_joined_reports_nothing": "The article has reports of its own: it cannot be joined before they go.",
        "report_is_one_of_event_and_article": "The article reports this event already: change that report.",
        "mention_is_one_of_its_place": "These words are a mention of this kind already.",
        "mode_belongs_to_type": "The mode belongs to another type: choose one of this type, or none.",
        "place_lies_in_no_circle": "A place cannot lie in itself: choose another parent.",
        "affiliation_joins_person_and_body": "An office is held by a person in a state or an organisation.",
        "events_actor_named_stands": "The actor was merged into another: name that one.",
        "events_place_named_stands": "The place was merged into another: name that one.",
        "events_event_named_stands": "The event was merged into another: name that one.",
        "saved_list_name_is_its_own": "You have kept a list under this name already: choose another.",
        "actor_kind_fits_affiliations": "The actor has offices that fit the old kind: change those first.",
    }

    def known_names(self) -> Iterator[tuple[str, list[str]]]:
        """Names that mean the same in a search, whether or not the archive has a row for them."""
        return gazetteer.spellings()
