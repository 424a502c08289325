"""What a transaction changed for the public: every row it touched is judged as its last act, and its number taken.

The judgement runs alone, under one lock that a transaction holds until it ends: it sees all that was committed under
the numbers before its own, and nobody else is about to change it (docs/decisions/0006).
"""

import pgtrigger

from articles.models.public_change import PublicRevision
from events.models.public_rows import CODES, PUBLIC
from events.models.reach import FLIPPED, NAMED, REACH, TOUCHED, WITH_THEM

# Every row is looked up by its keys, whatever the planner believes of tables that it has no figures of; by a plan made
# once a session: planning costs more than all the rest. OFFSET 0 keeps it to one row at a time: while a table looks
# small, reading all its articles for ten rows seems cheaper, and the plan outlives that.
SETTINGS = {
    **dict.fromkeys(("enable_seqscan", "enable_hashjoin", "enable_mergejoin", "jit"), "off"),
    "plan_cache_mode": "force_generic_plan",
}
DECLARE = [
    ("changes", "bigint := 0"),
    ("noted", "bigint"),
    *((f"{cause}_ids", "bigint[]") for cause in (FLIPPED, NAMED, TOUCHED)),
    ("now_at", "bigint"),
    *((f"had_{name}", f"text := current_setting('{name}')") for name in SETTINGS),
]
LAST = "SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = '{kind}'"
TAKEN = """
    WITH taken AS (
        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = '{kind}'
        RETURNING t.how, t.ids, t.keys
    )"""

# A row is noted if it is public and was touched or was not public before, or if it was public before and is no more.
# A row under a new key is gone under the old one. What was noted in this revision already is not noted twice.
JUDGE = (
    TAKEN
    + """, asked AS (
        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named
        FROM taken, unnest(ids) i
    ), {widened}, judged AS (
        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,
            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done
        FROM (
            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named
            FROM {everything} GROUP BY id
        ) q
        LEFT JOIN LATERAL ({public} OFFSET 0) now ON true
        LEFT JOIN LATERAL ({last} AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true
    ), written AS (
        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)
        SELECT NEW.id, '{kind}', id, old_key, old_path, 'gone', true
        FROM judged WHERE was AND key IS DISTINCT FROM old_key
        UNION ALL
        SELECT NEW.id, '{kind}', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,
            substantive OR NOT was OR key <> old_key OR path <> old_path
        FROM judged WHERE CASE
            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true
        END AND key IS NOT NULL
        RETURNING row_id, op
    )
    SELECT (SELECT count(*) FROM written),
        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),
        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)
    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;
    changes := changes + noted;"""
)
WIDENED = """widened AS (
        SELECT w.id, false AS touched, false AS substantive, false AS named
        FROM asked, LATERAL ({with_them}) w (id)
    )"""
JUDGE_CODE = (
    TAKEN
    + """, judged AS (
        SELECT DISTINCT k AS key, EXISTS (SELECT 1 FROM {table} o WHERE o.{column} = k) AS there,
            coalesce(({last} AND c.key = k ORDER BY c.id DESC LIMIT 1) <> 'gone', false) AS was
        FROM taken, unnest(keys) k
    ), written AS (
        INSERT INTO articles_publicchange (revision_id, kind, key, path, op, substantive)
        SELECT NEW.id, '{kind}', key, '', CASE WHEN NOT there THEN 'gone' WHEN was THEN 'changed' ELSE 'shown' END, true
        FROM judged WHERE there OR was ORDER BY key
        RETURNING 1
    ) SELECT count(*) INTO noted FROM written;
    changes := changes + noted;"""
)

# Rows that show another one are touched if that other one is public now, or was when it was noted last.
BESIDE = """
    INSERT INTO articles_publictouch (revision_id, kind, how, ids, keys, beside_kind, beside)
    SELECT NEW.id, q.kind, q.how, array_agg(DISTINCT q.row_id), '{{}}', '', '{{}}'
    FROM (
        SELECT t.kind, t.how, pair.row_id, pair.id
        FROM articles_publictouch t, unnest(t.ids, t.beside) pair (row_id, id)
        WHERE t.revision_id = NEW.id AND t.beside_kind = '{kind}'
    ) q
    WHERE (SELECT p.key FROM ({public}) p) IS NOT NULL
    OR ({last} AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) <> 'gone'
    GROUP BY q.kind, q.how;"""
BESIDE_KINDS = ("articles", "issues", "citations", "reports", "events", "actors")


def judgement() -> str:
    """The body of the trigger: one judgement of each kind, again as long as rows are touched by what others became."""
    kinds = "\n".join(
        _if_touched(kind, body)
        for kind, body in [*((k, _judge(k)) for k in PUBLIC), *((k, _judge_code(k)) for k in CODES)]
    )
    return f"""
        PERFORM pg_advisory_xact_lock('articles_publiccounter'::regclass::oid::bigint);
        {_set({name: f"'{value}'" for name, value in SETTINGS.items()})}
        {_beside()}
        WHILE EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id) LOOP
            {kinds}
        END LOOP;
        {_set({name: f"had_{name}" for name in SETTINGS})}
        PERFORM set_config('monitor.public_revision', '', true);
        IF changes = 0 THEN
            DELETE FROM articles_publicrevision WHERE id = NEW.id;
            RETURN NULL;
        END IF;
        INSERT INTO articles_publiccounter AS c (id, number) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET number = c.number + 1 RETURNING number INTO now_at;
        UPDATE articles_publicrevision SET number = now_at, at = clock_timestamp() WHERE id = NEW.id;
        RETURN NULL;
    """


def _set(values: dict[str, str]) -> str:
    return " ".join(f"PERFORM set_config('{name}', {value}, true);" for name, value in values.items())


def _if_touched(kind: str, body: str) -> str:
    return f"""
    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = '{kind}') THEN
        {body}
    END IF;"""


def _judge(kind: str) -> str:
    with_them = WITH_THEM.get(kind)
    body = JUDGE.format(
        kind=kind,
        public=PUBLIC[kind],
        last=LAST.format(kind=kind),
        widened=WIDENED.format(with_them=with_them) if with_them else "widened AS (SELECT 1)",
        everything="(TABLE asked UNION ALL TABLE widened) every_one" if with_them else "asked",
    )
    return body + "".join(_reach(cause, kind) for cause in (FLIPPED, NAMED, TOUCHED))


def _reach(cause: str, kind: str) -> str:
    """Touch what the rows of this cause reach."""
    performed = [
        f"""
            PERFORM articles_touch('{reach.to}', '{reach.how.value}', array_agg(DISTINCT x.id))
            FROM ({reach.rows.format(ids=f"{cause}_ids")}) x WHERE x.id IS NOT NULL;"""
        for reach in REACH[kind]
        if reach.cause == cause
    ]
    return f"IF {cause}_ids IS NOT NULL THEN {''.join(performed)} END IF;" if performed else ""


def _judge_code(kind: str) -> str:
    table, column = CODES[kind]
    last = LAST.format(kind=kind).replace("c.key, c.path, c.op, c.revision_id", "c.op")
    return JUDGE_CODE.format(kind=kind, table=table, column=column, last=last)


def _beside() -> str:
    resolved = "".join(
        BESIDE.format(
            kind=kind,
            public=PUBLIC[kind],
            last=LAST.format(kind=kind).replace("c.key, c.path, c.op, c.revision_id", "c.op"),
        )
        for kind in BESIDE_KINDS
    )
    return f"""
        IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.beside_kind <> '') THEN
            {resolved}
            DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.beside_kind <> '';
        END IF;"""


class JudgedRevision(PublicRevision):
    """A public revision about to be closed; carries the trigger that judges, which knows the tables of both apps."""

    class Meta:
        proxy = True
        ordering = ["number", "id"]
        triggers = [
            pgtrigger.Trigger(
                name="judges",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("closing"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Condition("NEW.closing AND NEW.number IS NULL"),
                declare=DECLARE,
                func=judgement(),
            )
        ]
