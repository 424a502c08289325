"""Triggers that keep what no single form can: spans on their words, merges final."""

import pgtrigger


def refuse(rule: str, message: str, value: str = "NEW.id") -> str:
    """PL/pgSQL that refuses the transaction as a constraint of the name `rule` would; `%` in the message is `value`."""
    return f"RAISE EXCEPTION '{message}', {value} USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}';"


# Whoever writes a span first takes a share of its article: a correction of the text waits, or is waited for.
LOCK_ARTICLE = "PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR SHARE; RETURN NEW;"


def stands_on_its_words(table: str) -> str:
    """The rule of promise 1, checked when the transaction ends for the row as it then is."""
    return f"""
        IF EXISTS (
            SELECT 1 FROM {table} s JOIN articles_article a ON a.id = s.article_id
            WHERE s.id = NEW.id AND s.state <> 'orphan'
            AND (s."end" > char_length(a.text)
                OR substr(a.text, s.start + 1, s."end" - s.start) IS DISTINCT FROM s.quote)
        ) THEN {refuse("span_stands_on_its_words", "Span % does not stand on the words that it quotes.")}
        END IF;
        RETURN NULL;
    """


def text_keeps(table: str) -> pgtrigger.Trigger:
    """For an article's table: its text may not change under the spans of `table`."""
    return pgtrigger.Trigger(
        name=f"text_keeps_{table.partition('_')[2]}",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("text"),
        timing=pgtrigger.Deferred,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM {table} s JOIN articles_article a ON a.id = s.article_id
                WHERE a.id = NEW.id AND s.state <> 'orphan'
                AND (s."end" > char_length(a.text)
                    OR substr(a.text, s.start + 1, s."end" - s.start) IS DISTINCT FROM s.quote)
            ) THEN {refuse("text_keeps_its_spans", "The text of article % changed under a span.")}
            END IF;
            RETURN NULL;
        """,
    )


def span_triggers(table: str) -> list[pgtrigger.Trigger]:
    """What guards every concrete class of spans."""
    return [
        pgtrigger.Trigger(
            name="locks_article",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            func=LOCK_ARTICLE,
        ),
        pgtrigger.Trigger(
            name="stands_on_its_words",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.UpdateOf("article_id", "start", "end", "quote", "state"),
            timing=pgtrigger.Deferred,
            func=stands_on_its_words(table),
        ),
    ]


def merged_into_final(table: str) -> pgtrigger.Trigger:
    """For a table with `merged_into`: never itself, never a row that is merged away, nor one that others point at."""
    return pgtrigger.Trigger(
        name="merged_into_final",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),
        condition=pgtrigger.Q(new__merged_into__isnull=False),
        func=f"""
            PERFORM 1 FROM {table} WHERE id = NEW.merged_into_id FOR NO KEY UPDATE;
            IF NEW.merged_into_id = NEW.id
                OR EXISTS (SELECT 1 FROM {table} WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL)
                OR EXISTS (SELECT 1 FROM {table} WHERE merged_into_id = NEW.id)
            THEN {refuse(f"{table}_merged_into_final", "Row % can only be merged into one that stands for itself.")}
            END IF;
            RETURN NEW;
        """,
    )


def names_standing(column: str, table: str) -> pgtrigger.Trigger:
    """For a table whose `column` names a row that can be merged away: nobody names one that is, also while it is.

    Whoever names a row takes a share of its key first: a merge, which locks its two rows, waits or is waited for.
    """
    return pgtrigger.Trigger(
        name=f"{column}_stands",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(column),
        func=f"""
            IF NEW.{column} IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.{column} IS DISTINCT FROM OLD.{column}) THEN
                PERFORM 1 FROM {table} WHERE id = NEW.{column} FOR KEY SHARE;
                IF EXISTS (SELECT 1 FROM {table} WHERE id = NEW.{column} AND merged_into_id IS NOT NULL)
                THEN {refuse(f"{table}_named_stands", "Row % was merged into another: name that one.", f"NEW.{column}")}
                END IF;
            END IF;
            RETURN NEW;
        """,
    )


# The rules of single articles, as the bodies of triggers.
TEXT_IS_ITS_VERSION = f"""
    IF EXISTS (
        SELECT 1 FROM articles_article a WHERE a.id = NEW.id AND NOT EXISTS (
            SELECT 1 FROM articles_textversion v
            WHERE v.article_id = a.id AND v.number = a.text_version AND v.text = a.text
        )
    ) THEN {refuse("article_text_is_its_version", "The text of article % is not its current text version.")}
    END IF;
    RETURN NULL;
"""

POSITION_STAYS = f"""
    IF (TG_OP = 'INSERT' OR (NEW.issue_id, NEW.position) IS DISTINCT FROM (OLD.issue_id, OLD.position)) AND EXISTS (
        SELECT 1 FROM articles_articlehistory h
        WHERE h.issue_id = NEW.issue_id AND h.position = NEW.position
        AND h.pgh_obj_id <> NEW.id AND h.published_at IS NOT NULL
    ) THEN {
    refuse(
        "article_position_never_passes_on",
        "Position % was the public address of another article: choose one that none ever had.",
        "NEW.position",
    )
}
    END IF;
    RETURN NEW;
"""

JOINED_IS_FINAL = f"""
    PERFORM 1 FROM articles_article WHERE id = NEW.joined_to_id FOR SHARE;
    IF NEW.joined_to_id = NEW.id
        OR EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.joined_to_id AND joined_to_id IS NOT NULL)
        OR EXISTS (SELECT 1 FROM articles_article WHERE joined_to_id = NEW.id)
    THEN {refuse("article_joined_is_final", "Article % can only be joined to one that stands for itself.")}
    END IF;
    RETURN NEW;
"""
