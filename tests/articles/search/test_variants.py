from itertools import permutations

import pytest
from django.apps import apps

from articles.search.variants import known_names, same_names
from articles.verbs import check_rules
from events import merging
from events.models import ActorName, PlaceName
from tests import make
from tests.articles.search.found import finds, found

pytestmark = pytest.mark.django_db


def public_place(*names):
    place = make.make_place(name=names[0])
    for name in names[1:]:
        PlaceName.objects.create(place=place, name=name)
    make.make_report(event=make.make_event(place=place), confirmed=True)
    return place


def public_actor(*names, **over):
    actor = make.make_actor(name=names[0], **over)
    for name in names[1:]:
        ActorName.objects.create(actor=actor, name=name)
    make.make_report(event=make.make_event(participants=[(actor, "actor")]), confirmed=True)
    return actor


NAMES = ["Kyiv", "Kiev", "Kíew", "Kyyiv on the Dnipro"]


def test_names_find_the_same_articles_both_ways():
    public_place(*NAMES)
    articles = {name: make.make_article(published=True, text=f"Envoys met in {name}.") for name in NAMES}

    for one, other in permutations(NAMES, 2):
        assert finds(articles[other], one)
        assert finds(articles[other], one.upper())
        assert not finds(articles[other], f'"{one}"')


def test_the_page_says_which_names_were_searched_for_too():
    public_place("Kyiv", "Kiev")

    assert found("bridge Kiev").names == {"Kiev": ["Kiev", "Kyiv"]}
    assert found("bridge").names == {}


def test_a_name_of_several_words_is_found_among_others():
    public_actor("Itar-Tass", "Telegraph Agency", kind="organisation")
    article = make.make_article(published=True, text="The Telegraph Agency told of a bridge.")
    other = make.make_article(published=True, text="An agency told of a telegraph and a bridge.")

    assert finds(article, "bridge Itar Tass")
    assert finds(article, "itar-tass bridge OR nonsense")
    assert not finds(other, "itar-tass bridge")


def test_excluding_a_name_excludes_its_variants():
    public_place("Kyiv", "Kiev")
    article = make.make_article(published=True, text="A bridge in Kiev.")

    assert finds(article, "bridge")
    assert not finds(article, "bridge -Kyiv")


def test_a_state_and_a_place_of_one_name_share_their_names():
    public_place("Ukraine", "Ukraina")
    public_actor("Ukraine", "Ukrainian SSR", kind="state")

    check_rules()

    assert same_names(["ukraina"]) == {"ukraina": ["Ukraina", "Ukraine", "Ukrainian SSR"]}
    assert same_names(["ukrainian ssr"])["ukrainian ssr"] == same_names(["ukraine"])["ukraine"]


def test_a_name_of_two_rows_of_a_table_stands_for_itself():
    public_actor("Sergei Ivanov", "Ivanov", "Sergey Ivanov")
    public_actor("Igor Ivanov", "Ivanov")

    assert same_names(["ivanov"]) == {}
    assert same_names(["sergei ivanov", "igor ivanov"]) == {"sergei ivanov": ["Sergei Ivanov", "Sergey Ivanov"]}


def test_names_of_hidden_rows_mean_nothing():
    make.make_place(name="Grobnik")
    place = public_place("Varda", "Warda")
    hidden = make.make_actor(name="Warda")
    ActorName.objects.create(actor=hidden, name="Secret")

    assert same_names(["grobnik", "secret"]) == {}
    assert same_names(["varda"]) == {"varda": ["Varda", "Warda"]}
    assert place.names.count() == 2


@pytest.fixture
def listed(monkeypatch):
    """Names that come with an app."""
    entries = [("places", ["Kyiv", "Kiev"]), ("places", ["Kharkiv", "Kharkov"]), ("persons", ["Kharkov"])]
    monkeypatch.setattr(apps.get_app_config("events"), "known_names", lambda: entries, raising=False)
    known_names.cache_clear()
    yield
    known_names.cache_clear()


def test_names_that_come_with_an_app_count_without_any_row(listed):
    make.make_place(name="Kijew")
    public_place("Kyiv", "Kijow")
    article = make.make_article(published=True, text="Envoys met in Kharkov.")

    assert same_names(["kiev", "kijew"]) == {"kiev": ["Kiev", "Kijow", "Kyiv"]}
    assert finds(article, "Kharkiv")
    assert finds(article, "kharkov")


def test_names_go_along_with_a_merge_and_come_back():
    editor = make.make_user("administrator")
    kept, merged = public_place("Kyiv", "Kiev"), public_place("Kiow", "Kijew")

    record = merging.merge(kept, merged, by=editor, reason="The same city.")
    together = same_names(["kijew"])
    merging.undo(record, by=editor, reason="Not the same.")

    assert together == {"kijew": ["Kiev", "Kijew", "Kiow", "Kyiv"]}
    assert same_names(["kijew"]) == {"kijew": ["Kijew", "Kiow"]}


def test_a_renamed_source_is_known_by_its_new_name_and_aliases():
    source = make.make_source(name="Tass", aliases=["Telegraph Agency"])
    article = make.make_article(published=True)
    make.make_citation(article, "AP", (source, ""))
    source.name, source.aliases = "Itar-Tass", ["Агентство"]
    source.save()

    assert same_names(["itar tass", "tass"]) == {"itar tass": ["Itar-Tass", "Агентство"]}
