"""The table of rights: what each role may do beyond the roles before it."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission

READ = (
    "articles: publication issue article textversion sourceurl newssource citation citedreport crossreference "
    "oldaddress",
    "events: actor actorname affiliation place placename placeclaim event eventcontext eventrelation participation "
    "report attribution mention evidence articletoannotate annotationtask eventtype mode context mergerecord "
    "publishedset release savedlist suggestiondecision",
)
ANNOTATED = "events: event eventcontext eventrelation participation report attribution mention evidence"
NAMED = "events: actor actorname affiliation place placename placeclaim"
PRINTED = "articles: publication issue article sourceurl newssource citation citedreport crossreference"
IMPORTED = "articles: importrun importfile importproblem"


@dataclass(frozen=True)
class Role:
    """A role: its group's name, verbs over models, and rights of their own name."""

    name: str
    verbs: tuple[tuple[str, tuple[str, ...]], ...]
    rights: tuple[str, ...] = ()

    def permissions(self) -> set[str]:
        """`app.codename` of every right that the role adds."""
        over_models = {
            f"{app}.{verb}_{model}"
            for verbs, tables in self.verbs
            for verb in verbs.split()
            for table in tables
            for app, _, models in [table.partition(": ")]
            for model in models.split()
        }
        return over_models | set(self.rights)


ROLES = (
    Role(
        "annotator",
        (
            ("view", READ),
            ("add change delete", (ANNOTATED, "events: savedlist")),
            ("add change", (NAMED,)),
        ),
        ("articles.read_hidden", "events.annotate"),
    ),
    Role("reviewer", (("delete", (NAMED,)),), ("events.review_report",)),
    Role(
        "editor",
        (
            ("view", (IMPORTED,)),
            ("add change", (PRINTED,)),
            ("delete", ("articles: article sourceurl citation citedreport crossreference",)),
        ),
        (
            "articles.publish_article",
            "articles.correct_text",
            "articles.import_articles",
            "events.make_release",
            "events.take_from_holder",
        ),
    ),
    Role("administrator", (("view add change", ("auth: user group",)),)),
)


def rights_of(name: str) -> set[str]:
    """All rights of a role, those of the roles before it included."""
    rights: set[str] = set()
    for role in ROLES:
        rights |= role.permissions()
        if role.name == name:
            return rights
    raise KeyError(f"There is no role {name}: choose {', '.join(role.name for role in ROLES)}.")


def sync() -> dict[str, int]:
    """Make the groups carry exactly the rights of the table; the number of rights by role."""
    known = {f"{p.content_type.app_label}.{p.codename}": p for p in Permission.objects.select_related("content_type")}
    return {role.name: _sync_group(role.name, known) for role in ROLES}


def _sync_group(name: str, known: dict[str, Permission]) -> int:
    rights = rights_of(name)
    missing = rights - known.keys()
    if missing:
        raise LookupError(f"Unknown rights of {name}: {', '.join(sorted(missing))}. Migrate first, or mend the table.")
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.set([known[right] for right in rights])
    return len(rights)
