import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_feed_order"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="citedreport",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citedreport",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citedreport",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="crossreference",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="crossreference",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="crossreference",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="citedreport",
            name="revision",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="citedreporthistory",
            name="revision",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="crossreference",
            name="revision",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="crossreferencehistory",
            name="revision",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citedreport",
            trigger=pgtrigger.compiler.Trigger(
                name="revision_rises",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                    hash="da6d4bb61601f0baef7807c429bb104d082c5afc",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_rises_65f4d",
                    table="articles_citedreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citedreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_citedreporthistory" ("citation_id", "created_at", "date", "date_lower", "date_origin", "date_to_check", "date_upper", "date_words", "id", "news_source_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "updated_at") SELECT new_values."citation_id", new_values."created_at", new_values."date", new_values."date_lower", new_values."date_origin", new_values."date_to_check", new_values."date_upper", new_values."date_words", new_values."id", new_values."news_source_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."revision", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d849fbf47679db2fb23a23a64b9858116a8c2682",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2640c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="articles_citedreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citedreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "articles_citedreporthistory" ("citation_id", "created_at", "date", "date_lower", "date_origin", "date_to_check", "date_upper", "date_words", "id", "news_source_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "updated_at") VALUES (NEW."citation_id", NEW."created_at", NEW."date", NEW."date_lower", NEW."date_origin", NEW."date_to_check", NEW."date_upper", NEW."date_words", NEW."id", NEW."news_source_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."revision", NEW."updated_at"); RETURN NULL;',
                    hash="8b6fafdeac410eeb24fe33e1f61a95bb9396e1af",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_57154",
                    table="articles_citedreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citedreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_citedreporthistory" ("citation_id", "created_at", "date", "date_lower", "date_origin", "date_to_check", "date_upper", "date_words", "id", "news_source_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "updated_at") SELECT old_values."citation_id", old_values."created_at", old_values."date", old_values."date_lower", old_values."date_origin", old_values."date_to_check", old_values."date_upper", old_values."date_words", old_values."id", old_values."news_source_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."revision", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="de15538e2dec2711b8f7bd81e49604dc65ff04ac",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_026a6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="articles_citedreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="crossreference",
            trigger=pgtrigger.compiler.Trigger(
                name="revision_rises",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                    hash="4f869f237d3c8671fcc7dc3e19e03f422fd21bfb",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_rises_f5b26",
                    table="articles_crossreference",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="crossreference",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_crossreferencehistory" ("article_id", "created_at", "date", "date_lower", "date_upper", "end", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "publication_words", "quote", "revision", "start", "state", "suffix", "target_article_id", "target_issue_id", "text_version", "updated_at", "volume") SELECT new_values."article_id", new_values."created_at", new_values."date", new_values."date_lower", new_values."date_upper", new_values."end", new_values."id", new_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."prefix", new_values."publication_words", new_values."quote", new_values."revision", new_values."start", new_values."state", new_values."suffix", new_values."target_article_id", new_values."target_issue_id", new_values."text_version", new_values."updated_at", new_values."volume" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0f72635eb60bdbcb9a00b273abcd1145aca48dc0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5f0bb",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="articles_crossreference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="crossreference",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "articles_crossreferencehistory" ("article_id", "created_at", "date", "date_lower", "date_upper", "end", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "publication_words", "quote", "revision", "start", "state", "suffix", "target_article_id", "target_issue_id", "text_version", "updated_at", "volume") VALUES (NEW."article_id", NEW."created_at", NEW."date", NEW."date_lower", NEW."date_upper", NEW."end", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prefix", NEW."publication_words", NEW."quote", NEW."revision", NEW."start", NEW."state", NEW."suffix", NEW."target_article_id", NEW."target_issue_id", NEW."text_version", NEW."updated_at", NEW."volume"); RETURN NULL;',
                    hash="cba6671067c090cdb53e05f932b93b67cd837b96",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b645b",
                    table="articles_crossreference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="crossreference",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_crossreferencehistory" ("article_id", "created_at", "date", "date_lower", "date_upper", "end", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "publication_words", "quote", "revision", "start", "state", "suffix", "target_article_id", "target_issue_id", "text_version", "updated_at", "volume") SELECT old_values."article_id", old_values."created_at", old_values."date", old_values."date_lower", old_values."date_upper", old_values."end", old_values."id", old_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."prefix", old_values."publication_words", old_values."quote", old_values."revision", old_values."start", old_values."state", old_values."suffix", old_values."target_article_id", old_values."target_issue_id", old_values."text_version", old_values."updated_at", old_values."volume" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="383e5dcb6110cb45d1ae251da87dd3c7f5bc79a8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99b29",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="articles_crossreference",
                    when="AFTER",
                ),
            ),
        ),
    ]
