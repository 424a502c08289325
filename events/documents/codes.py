"""The closed lists of codes that documents use; a test keeps them equal to those of the models."""

ROLES = ("actor", "recipient", "mediator", "victim", "host", "topic")
STATUSES = ("occurred", "ongoing", "planned", "proposed", "alleged", "denied", "cancelled")
PRECISIONS = ("city", "admin1", "country", "region", "unknown")
ORIGINS = ("rule", "person")
EVIDENCE_KINDS = ("sentence", "trigger", "hedge", "time", "place", "participant")
SCOPES = ("explicit", "paragraph", "inherited")
MENTION_KINDS = ("actor", "place")
READINGS = ("entity", "metonym")
ACTOR_KINDS = ("person", "organisation", "state", "group", "unnamed")
PLACE_KINDS = ("city", "admin1", "country", "territory", "region", "site")
OUTCOMES = ("accepted", "edited", "rejected")
UNDECIDED = "undecided"  # a decision that is taken back
SUGGESTION_KINDS = ("sentence", "citation", "cross_reference", "time", "actor", "place", "hedge", "event")
