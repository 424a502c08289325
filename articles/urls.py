from django.urls import path, register_converter

from articles import views
from articles.pages.cite import FILES


class PrintedNumber:
    """A volume, number or position as addresses write it: no leading zero, so that each page has one address."""

    regex = "[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(PrintedNumber, "printed")

PUBLICATION = "publications/<slug:slug>/"
VOLUME = PUBLICATION + "<printed:volume>/"
ISSUE = VOLUME + "<printed:number>/"
ARTICLE = ISSUE + "<printed:position>/"

urlpatterns = [
    path("publications/", views.PublicationList.as_view(), name="publications"),
    path(PUBLICATION, views.PublicationPage.as_view(), name="publication"),
    path(VOLUME, views.VolumePage.as_view(), name="volume"),
    path(ISSUE, views.IssuePage.as_view(), name="issue"),
    path(ARTICLE, views.ArticlePage.as_view(), name="article"),
    path(ARTICLE + "index.txt", views.ArticleText.as_view(), name="article-text"),
    *[
        path(f"{ARTICLE}index.{suffix}", views.CitationFile.as_view(suffix=suffix), name=f"article-{suffix}")
        for suffix in FILES
    ],
    path("articles/<printed:pk>/", views.ArticleById.as_view(), name="article-by-id"),
    path("calendar/<printed:year>/", views.CalendarPage.as_view(), name="calendar"),
    path("sources/", views.SourceList.as_view(), name="sources"),
    path("sources/<slug:slug>/", views.SourcePage.as_view(), name="source"),
]
