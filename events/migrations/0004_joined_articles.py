import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0003_indexes_of_the_desk"),
        ("articles", "0005_joined_articles"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="articletoannotate",
            trigger=pgtrigger.compiler.Trigger(
                name="joined_reports_nothing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."joined_to_id" IS NOT NULL)',
                    func="\n    IF EXISTS (SELECT 1 FROM events_report r WHERE r.article_id = NEW.id)\n    THEN RAISE EXCEPTION 'Article % has reports and cannot be joined.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'article_joined_reports_nothing';\n    END IF;\n    RETURN NULL;\n",
                    hash="f647c59883282ced470929181553d08896f23c76",
                    operation='INSERT OR UPDATE OF "joined_to_id"',
                    pgid="pgtrigger_joined_reports_nothing_04360",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="article_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR SHARE;\n    IF EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.article_id AND joined_to_id IS NOT NULL)\n    THEN RAISE EXCEPTION 'The article of report % is part of another one.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'report_article_stands';\n    END IF;\n    RETURN NEW;\n",
                    hash="58c685203289cd53daf1dd052ebfebf68dd929c0",
                    operation='INSERT OR UPDATE OF "article_id"',
                    pgid="pgtrigger_article_stands_c2e93",
                    table="events_report",
                    when="BEFORE",
                ),
            ),
        ),
    ]
