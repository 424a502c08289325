"""The whole site on one screen."""

from django.contrib import admin
from django.urls import include, path

from monitor import sitemaps
from monitor.health import healthz, readyz
from monitor.preview import preview_view
from monitor.views import About, Home, Robots, Search

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("search/", Search.as_view(), name="search"),
    path("about/", About.as_view(), name="about"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.section, name="sitemap-section"),
    path("robots.txt", Robots.as_view(), name="robots"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/articles/article/<int:pk>/preview/", preview_view, name="article-preview"),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
    path("", include("events.urls")),
    path("", include("monitor.api")),
]

handler400 = "monitor.trouble.handler400"
handler403 = "monitor.problems.handler403"
handler404 = "monitor.problems.handler404"
handler500 = "monitor.trouble.handler500"
