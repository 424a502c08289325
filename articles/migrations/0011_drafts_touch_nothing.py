import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0010_order_of_the_desk"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="citedreport",
            name="touches_on_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citedreport",
            name="touches_on_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citedreport",
            name="touches_on_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="touches_on_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="touches_on_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="touches_on_update",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citedreport",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT r.\"citation_id\"))\n        FROM new_rows r WHERE r.\"citation_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('sources', 'maybe', array_agg(r.\"news_source_id\"), '{}', 'citations', array_agg(r.\"citation_id\"))\n        FROM new_rows r WHERE r.\"news_source_id\" IS NOT NULL AND true AND r.\"citation_id\" IS NOT NULL;\nRETURN NULL;",
                    hash="0a0e0dd201e30f6521207e6c0168fc955329ea13",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_touches_on_insert_eea54",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="articles_citedreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citedreport",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='\n        PERFORM articles_touch(\'citations\', \'changed\', array_agg(DISTINCT r."citation_id"))\n        FROM ((SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM old_rows EXCEPT SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM new_rows) UNION ALL (SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM new_rows EXCEPT SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM old_rows)) r WHERE r."citation_id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'sources\', \'maybe\', array_agg(r."news_source_id"), \'{}\', \'citations\', array_agg(r."citation_id"))\n        FROM ((SELECT "id", "citation_id", "news_source_id" FROM old_rows EXCEPT SELECT "id", "citation_id", "news_source_id" FROM new_rows) UNION ALL (SELECT "id", "citation_id", "news_source_id" FROM new_rows EXCEPT SELECT "id", "citation_id", "news_source_id" FROM old_rows)) r WHERE r."news_source_id" IS NOT NULL AND true AND r."citation_id" IS NOT NULL;\nRETURN NULL;',
                    hash="538ff0cf9b916ec0cc0218f18b41750f8af0c024",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_touches_on_update_e5388",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="articles_citedreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citedreport",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT r.\"citation_id\"))\n        FROM old_rows r WHERE r.\"citation_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('sources', 'maybe', array_agg(r.\"news_source_id\"), '{}', 'citations', array_agg(r.\"citation_id\"))\n        FROM old_rows r WHERE r.\"news_source_id\" IS NOT NULL AND true AND r.\"citation_id\" IS NOT NULL;\nRETURN NULL;",
                    hash="ea918538a701f817d349cf538e91a95d2b7e8efc",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_touches_on_delete_4e22b",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="articles_citedreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM articles_touch('issues', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('publications', 'maybe', array_agg(r.\"publication_id\"), '{}', 'issues', array_agg(r.\"id\"))\n        FROM new_rows r WHERE r.\"publication_id\" IS NOT NULL AND true AND r.\"id\" IS NOT NULL;\nRETURN NULL;",
                    hash="cc6794ae16e9314e32411e533762ee05820792c3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_touches_on_insert_d955a",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="articles_issue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='\n        PERFORM articles_touch(\'issues\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows) UNION ALL (SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'issues\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows) UNION ALL (SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'publications\', \'maybe\', array_agg(r."publication_id"), \'{}\', \'issues\', array_agg(r."id"))\n        FROM ((SELECT "id", "publication_id" FROM old_rows EXCEPT SELECT "id", "publication_id" FROM new_rows) UNION ALL (SELECT "id", "publication_id" FROM new_rows EXCEPT SELECT "id", "publication_id" FROM old_rows)) r WHERE r."publication_id" IS NOT NULL AND true AND r."id" IS NOT NULL;\nRETURN NULL;',
                    hash="7b66a1f08d9c4c6c7429dca1a0545e8d92bddafe",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_touches_on_update_553e8",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="articles_issue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM articles_touch('issues', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('publications', 'maybe', array_agg(r.\"publication_id\"), '{}', 'issues', array_agg(r.\"id\"))\n        FROM old_rows r WHERE r.\"publication_id\" IS NOT NULL AND true AND r.\"id\" IS NOT NULL;\nRETURN NULL;",
                    hash="68b4ab8e8d42e492eff204fac46284ea743cde8a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_touches_on_delete_9b380",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="articles_issue",
                    when="AFTER",
                ),
            ),
        ),
    ]
