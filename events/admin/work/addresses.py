"""Where each view of the workbench is."""

from django.urls import URLPattern, path

from events.admin.work import article, names, reports, suggestions

VIEWS = {
    "": article.State,
    "reports/": reports.Reports,
    "reports/<int:report>/": reports.OneReport,
    "reports/<int:report>/link/": reports.Link,
    "reports/<int:report>/propose/": reports.ProposeAgain,
    "mentions/": reports.Mentions,
    "mentions/<int:mention>/": reports.OneMention,
    "look-up/": names.LookUp,
    "actors/": names.Actors,
    "places/": names.Places,
    "names/": names.Names,
    "known/": article.Known,
    "when/": article.When,
    "suggestions/": suggestions.Suggestions,
    "correct/preview/": article.CorrectPreview,
    "correct/": article.Correct,
}


def work_urls() -> list[URLPattern]:
    """The addresses `<id>/work/…` of the admin of `ArticleToAnnotate`."""
    return [
        path(f"<int:object_id>/work/{address}", view.as_view(), name=f"workbench_{view.__name__.lower()}")
        for address, view in VIEWS.items()
    ]
