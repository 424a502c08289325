from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "What was printed"
    # What a person can do where the database keeps a rule.
    advice = {
        "span_stands_on_its_words": "The words of a mark are not in the text at its place: mark them again.",
        "text_keeps_its_spans": "The text changed under a mark: use “Correct the text”, which moves the marks.",
        "article_text_is_its_version": "A text changes only as a new version: use “Correct the text”.",
        "article_is_alone_on_its_position": "Another article has this position in the issue: choose a free one.",
        "article_joined_is_not_public": "The article is part of another one, where it was joined: publish that one.",
        "article_joined_is_final": "One of the articles is part of another one already: take that one.",
        "article_position_never_passes_on": "Another article has had this position in public: it stays its own.",
        "issue_is_one_of_its_number": "The publication has an issue of this volume and number already: use that one.",
        "issue_date_and_basis_agree": "A date needs a basis (printed or derived), and a basis a date.",
        "news_source_is_one_a_spelling": "A source has this name already: use that one, or merge the two.",
        "publication_slug_is_fixed_once_public": "The slug is part of public addresses by now: it stays.",
    }
