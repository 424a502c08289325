"""Tokens: as much as the owner may and the scope opens, until they end."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from articles.verbs import Refused
from events.editing.tokens import make_token, revoke_token
from events.models import ApiToken, Scope
from tests import programs
from tests.make import make_article, make_report, make_user
from tests.programs import Program, program_of

pytestmark = pytest.mark.django_db

TOMORROW = timedelta(days=1)


def made(owner, by=None, scope="read", days=1):
    expires = timezone.now() + timedelta(days=days)
    return make_token(owner, by=by or owner, name="a program", scope=scope, expires=expires)


def sends(key, address="/api/v1/articles/?total=1"):
    return Client().get(address, headers={"Authorization": f"Bearer {key}"})


def test_token_opens_what_its_owner_may_read():
    make_article()
    token, key = made(make_user("annotator"))

    answer = sends(key)

    assert answer.json()["total"] == 1
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert key not in {token.hash, token.name, str(token)}
    assert key.startswith("monitor_") and len(key) > 40


@pytest.mark.parametrize(
    "given", ["Bearer", "Bearer x", "bearer monitor_" + "x" * 43, "Basic eDp5", "Bearer ä", "", "Bearer " + "x" * 9_000]
)
def test_other_keys_open_nothing(given):
    answer = Client().get("/api/v1/articles/", headers={"Authorization": given})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_token_that_ended_opens_nothing():
    owner = make_user("annotator")
    expired = programs.make_token(owner, expires=timezone.now() - TOMORROW)[1]
    revoked, key = made(owner)
    revoke_token(revoked, by=owner, reason="The laptop is lost.")
    former, last = make_user("editor"), made(make_user("editor"))
    last[0].owner.is_active = False
    last[0].owner.save()

    assert [sends(one).status_code for one in (expired, key, last[1])] == [401, 401, 401]
    assert former.is_active
    with pytest.raises(Refused):
        revoke_token(revoked, by=owner)


def test_owner_who_lost_her_role_takes_her_tokens_along():
    owner = make_user("annotator")
    make_article()
    key = made(owner)[1]

    owner.groups.clear()

    assert sends(key).json()["total"] == 0


@pytest.mark.parametrize(
    ("scope", "opened"),
    [
        ("read", {"articles.read_hidden", "events.view_event"}),
        ("annotate", {"articles.read_hidden", "events.view_event", "events.annotate"}),
        ("review", {"articles.read_hidden", "events.view_event", "events.annotate", "events.review_report"}),
        (
            "edit",
            {
                "articles.read_hidden",
                "events.view_event",
                "events.annotate",
                "events.review_report",
                "articles.publish_article",
                "articles.change_issue",
            },
        ),
    ],
)
def test_scope_opens_so_much_and_no_more(scope, opened):
    rights = {
        "articles.read_hidden",
        "events.view_event",
        "events.annotate",
        "events.review_report",
        "articles.publish_article",
        "articles.change_issue",
        "auth.change_user",
        "auth.view_user",
    }
    key = programs.make_token(make_user(is_superuser=True), scope=scope)[1]

    holder = ApiToken.objects.holder_of(key)

    assert {right for right in rights if holder.has_perm(right)} == opened


def test_scope_of_a_read_token_writes_nothing():
    owner = make_user("editor")

    answers = [
        Program(owner, scope).send("post", "actors/", {"name": "Ana", "kind": "person"})
        for scope in ("read", "annotate")
    ]

    assert [answer.status_code for answer in answers] == [403, 201]


def test_scope_holds_in_a_verb_that_asks_for_more():
    owner = make_user("reviewer")
    report = make_report()

    answers = [
        Program(owner, scope).send("patch", f"reports/{report.pk}/", {"note": "x"}, revision=1)
        for scope in ("annotate", "review")
    ]

    assert [answer.status_code for answer in answers] == [403, 200]


def test_last_use_is_noted_once_an_hour():
    owner = make_user("annotator")
    token, key = made(owner)
    now = timezone.now()

    for minutes in (0, 59, 61):
        ApiToken.objects.holder_of(key, now=now + timedelta(minutes=minutes))
        token.refresh_from_db()
        noted = token.last_used
        assert noted == now + timedelta(minutes=61 if minutes == 61 else 0)
    assert token.history.count() == 1  # being used is no change


@pytest.mark.parametrize(
    ("role", "scope", "allowed"),
    [
        ("annotator", "annotate", True),
        ("annotator", "review", False),
        ("reviewer", "review", True),
        ("reviewer", "edit", False),
        ("editor", "edit", True),
    ],
)
def test_scope_is_never_more_than_the_owner_may(role, scope, allowed):
    owner = make_user(role)

    if allowed:
        assert made(owner, scope=scope)[0].scope == scope
    else:
        with pytest.raises(Refused):
            made(owner, scope=scope)


def test_token_holds_a_year_at_most():
    for days in (0, 400):
        with pytest.raises(Refused):
            made(make_user("annotator"), days=days)


def test_only_its_owner_and_administrators_make_and_revoke_a_token():
    owner, colleague, administrator = make_user("annotator"), make_user("editor"), make_user("administrator")

    with pytest.raises(PermissionDenied):
        made(owner, by=colleague)
    token, _ = made(owner, by=administrator)
    with pytest.raises(PermissionDenied):
        revoke_token(token, by=colleague)
    assert revoke_token(token, by=administrator).revoked_at
    assert list(ApiToken.objects.visible_to(owner)) == [token]
    assert not ApiToken.objects.visible_to(colleague).exists()
    assert ApiToken.objects.visible_to(administrator).count() == 1


def test_reader_makes_no_token():
    reader = make_user()

    with pytest.raises(Refused):
        made(reader)


def test_key_is_shown_once_in_the_admin_and_kept_nowhere():
    owner = make_user("annotator")
    desk = Client()
    desk.force_login(owner)
    values = {"name": "My script", "scope": "annotate", "expires": (timezone.now() + TOMORROW * 30).date().isoformat()}

    page = desk.post("/admin/events/apitoken/add/", values)
    key = page.context["key"]
    token = ApiToken.objects.get()
    later = desk.get(f"/admin/events/apitoken/{token.pk}/change/")

    assert page.status_code == 200 and key in page.content.decode()
    assert page.headers["Cache-Control"].startswith("private, no-store")
    assert sends(key).status_code == 200
    assert later.status_code == 200
    assert key not in later.content.decode() and token.hash not in later.content.decode()
    assert all(key not in str(value) for value in desk.session.values())


def test_token_is_revoked_in_the_admin():
    owner = make_user("annotator")
    token, key = made(owner)
    desk = Client()
    desk.force_login(owner)

    desk.post(f"/admin/events/apitoken/{token.pk}/revoke/", {})

    assert sends(key).status_code == 401
    assert "revoked" in desk.get("/admin/events/apitoken/").content.decode()


def test_admin_refuses_a_scope_that_is_too_wide_and_shows_no_colleagues_tokens():
    owner, colleague = make_user("annotator"), make_user("editor")
    made(colleague)
    desk = Client()
    desk.force_login(owner)
    values = {"name": "My script", "scope": "edit", "expires": (timezone.now() + TOMORROW * 30).date().isoformat()}

    page = desk.post("/admin/events/apitoken/add/", values)

    assert "choose a narrower scope" in page.content.decode()
    assert ApiToken.objects.get().owner == colleague
    assert "a program" not in desk.get("/admin/events/apitoken/").content.decode()


def test_token_stands_in_no_line_of_the_log(caplog):
    key = programs.make_token(make_user("annotator"))[1]
    caplog.set_level("DEBUG")

    sends(key)
    sends(key + "x")

    assert key not in caplog.text


def test_scopes_are_ordered():
    assert [scope.value for scope in Scope] == ["read", "annotate", "review", "edit"]
    assert program_of(make_user("annotator"), "read").get("/api/v1/events/").status_code == 200
