from django.urls import path, re_path

from articles.urls import ARTICLE
from events import data_views, feeds, list_views, overviews, views

EVENT = "events/<str:public_id>/"
ACTOR = "actors/<slug:slug>/"
PLACE = "places/<slug:slug>/"

urlpatterns = [
    path("articles/", list_views.ArticleList.as_view(), name="articles"),
    path("events/", list_views.EventList.as_view(), name="events"),
    path("actors/", list_views.ActorList.as_view(), name="actors"),
    path("places/", list_views.PlaceList.as_view(), name="places"),
    re_path("^on-this-day/(?P<month>[0-9]{2})-(?P<day>[0-9]{2})/$", list_views.OnThisDay.as_view(), name="on-this-day"),
    path("timeline/", overviews.TimelinePage.as_view(), name="timeline"),
    path("map/", overviews.MapPage.as_view(), name="map"),
    path("data/", data_views.Releases.as_view(), name="data"),
    path("data/<str:version>/", data_views.ReleasePage.as_view(), name="release"),
    path("data/<str:version>/<str:name>", data_views.ReleaseFile.as_view(), name="release-file"),
    path("codebook/", views.Codebook.as_view(), name="codebook"),
    path("feeds/articles/", feeds.ArticleFeed.as_view(), name="articles-feed"),
    path("feeds/events/", feeds.EventFeed.as_view(), name="events-feed"),
    path(EVENT, views.EventPage.as_view(), name="event"),
    path(ACTOR, views.ActorPage.as_view(), name="actor"),
    path(PLACE, views.PlacePage.as_view(), name="place"),
    path(ARTICLE + "index.json", views.ArticleTwin.as_view(), name="article-json"),
    path(EVENT + "index.json", views.EventTwin.as_view(), name="event-json"),
    path(ACTOR + "index.json", views.ActorTwin.as_view(), name="actor-json"),
    path(PLACE + "index.json", views.PlaceTwin.as_view(), name="place-json"),
]
