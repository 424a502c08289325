import pgtrigger

from articles.models.article import Article
from articles.models.guards import text_keeps
from events.models.guards import JOINED_REPORTS_NOTHING
from events.models.searched import ARTICLE


class ArticleToAnnotate(Article):
    """An article as the workbench sees it. Its own model for its own right, “may annotate”.

    It also carries the triggers on the articles' table that guard the spans and reports of events.
    """

    class Meta:
        proxy = True
        verbose_name = "article to annotate"
        verbose_name_plural = "articles to annotate"
        permissions = [("annotate", "Can annotate articles")]
        triggers = [
            text_keeps("events_evidence"),
            text_keeps("events_mention"),
            *ARTICLE,
            pgtrigger.Trigger(
                name="joined_reports_nothing",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("joined_to_id"),
                condition=pgtrigger.Q(new__joined_to__isnull=False),
                func=JOINED_REPORTS_NOTHING,
            ),
        ]
