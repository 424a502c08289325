import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from articles.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_touches"),
        ("events", "0004_joined_articles"),
    ]

    operations = [
        migrations.CreateModel(
            name="JudgedRevision",
            fields=[],
            options={
                "ordering": ["number", "id"],
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("articles.publicrevision",),
        ),
        Together(
            [
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('actors', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('actors', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="8f0b310efa31fb58fe531ae15d7a7fa6c7019386",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_1bff8",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'actors\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "merged_into_id" FROM old_rows EXCEPT SELECT "id", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "merged_into_id" FROM new_rows) UNION ALL (SELECT "id", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "merged_into_id" FROM new_rows EXCEPT SELECT "id", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "merged_into_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'actors\', \'cosmetic\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "revision", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "made_by_id", "merged_into_id" FROM old_rows EXCEPT SELECT "id", "revision", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "made_by_id", "merged_into_id" FROM new_rows) UNION ALL (SELECT "id", "revision", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "made_by_id", "merged_into_id" FROM new_rows EXCEPT SELECT "id", "revision", "slug", "name", "sort_key", "kind", "wikidata", "unrecognised", "made_by_id", "merged_into_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'actors\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "name", "kind" FROM old_rows EXCEPT SELECT "id", "slug", "name", "kind" FROM new_rows) UNION ALL (SELECT "id", "slug", "name", "kind" FROM new_rows EXCEPT SELECT "id", "slug", "name", "kind" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="4cb8f9b0b34f4105987f440b09dc8d4ddbeb6245",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_b6710",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('actors', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('actors', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="4c88005f220ed249da3d75a3eb98805bb5142fe9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_d2d22",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('actors', 'changed', array_agg(DISTINCT r.\"actor_id\"))\n        FROM new_rows r WHERE r.\"actor_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="454945cc459f86aa479e4d9f22ebb544564bfebc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_2bdaf",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'actors\', \'changed\', array_agg(DISTINCT r."actor_id"))\n        FROM ((SELECT "id", "actor_id", "name", "key", "used", "used_lower", "used_upper" FROM old_rows EXCEPT SELECT "id", "actor_id", "name", "key", "used", "used_lower", "used_upper" FROM new_rows) UNION ALL (SELECT "id", "actor_id", "name", "key", "used", "used_lower", "used_upper" FROM new_rows EXCEPT SELECT "id", "actor_id", "name", "key", "used", "used_lower", "used_upper" FROM old_rows)) r WHERE r."actor_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="34fff9d9899947d778b21460fcf6a22b9c2624d5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_defc2",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('actors', 'changed', array_agg(DISTINCT r.\"actor_id\"))\n        FROM old_rows r WHERE r.\"actor_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="50f618858b060cc2b33a351ad7b1dd88df088413",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_8b9ca",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('actors', 'named', array_agg(r.\"person_id\"), '{}', 'actors', array_agg(r.\"organisation_id\"))\n        FROM new_rows r WHERE r.\"person_id\" IS NOT NULL AND true AND r.\"organisation_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="5ab5aeaa3601da9258cabc3568042701c760fc0a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_cea1c",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'actors\', \'named\', array_agg(r."person_id"), \'{}\', \'actors\', array_agg(r."organisation_id"))\n        FROM ((SELECT "id", "person_id", "organisation_id", "office", "sector", "start", "start_lower", "start_upper", "start_is_real", "end", "end_lower", "end_upper", "end_is_real" FROM old_rows EXCEPT SELECT "id", "person_id", "organisation_id", "office", "sector", "start", "start_lower", "start_upper", "start_is_real", "end", "end_lower", "end_upper", "end_is_real" FROM new_rows) UNION ALL (SELECT "id", "person_id", "organisation_id", "office", "sector", "start", "start_lower", "start_upper", "start_is_real", "end", "end_lower", "end_upper", "end_is_real" FROM new_rows EXCEPT SELECT "id", "person_id", "organisation_id", "office", "sector", "start", "start_lower", "start_upper", "start_is_real", "end", "end_lower", "end_upper", "end_is_real" FROM old_rows)) r WHERE r."person_id" IS NOT NULL AND true AND r."organisation_id" IS NOT NULL;\nRETURN NULL;',
                            hash="9136a2ba1f500c5b17a781f404225538b9f3233d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_47202",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('actors', 'named', array_agg(r.\"person_id\"), '{}', 'actors', array_agg(r.\"organisation_id\"))\n        FROM old_rows r WHERE r.\"person_id\" IS NOT NULL AND true AND r.\"organisation_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="21205504e8c15aacad0f714ae525d550fb3ce22d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_2e476",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"report_id\"))\n        FROM new_rows r WHERE r.\"report_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="02158dbd1f4274b346f086d7a301760797e89334",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_02cc5",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_attribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'reports\', \'changed\', array_agg(DISTINCT r."report_id"))\n        FROM ((SELECT "id", "report_id", "cited_report_id", "scope" FROM old_rows EXCEPT SELECT "id", "report_id", "cited_report_id", "scope" FROM new_rows) UNION ALL (SELECT "id", "report_id", "cited_report_id", "scope" FROM new_rows EXCEPT SELECT "id", "report_id", "cited_report_id", "scope" FROM old_rows)) r WHERE r."report_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="f24db874f533e78ed890993b1f52bda057b2604a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_85d32",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_attribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"report_id\"))\n        FROM old_rows r WHERE r.\"report_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="30b4fc145f79b2c6e6235f6a259e1ab29559d1fa",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_3874c",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_attribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="context",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('contexts', 'changed', NULL, array_agg(DISTINCT r.\"code\"))\n        FROM new_rows r WHERE r.\"code\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="468c76c49a39bdd32019e0985df12aff4a046798",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_c614d",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_context",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="context",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'contexts\', \'changed\', NULL, array_agg(DISTINCT r."code"))\n        FROM ((SELECT "label", "definition", "position", "codebook_version", "retired_in", "code" FROM old_rows EXCEPT SELECT "label", "definition", "position", "codebook_version", "retired_in", "code" FROM new_rows) UNION ALL (SELECT "label", "definition", "position", "codebook_version", "retired_in", "code" FROM new_rows EXCEPT SELECT "label", "definition", "position", "codebook_version", "retired_in", "code" FROM old_rows)) r WHERE r."code" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="4ade9824e48fdbac962b7d76344ff302b7165eeb",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_7131f",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_context",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="context",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('contexts', 'changed', NULL, array_agg(DISTINCT r.\"code\"))\n        FROM old_rows r WHERE r.\"code\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="6fb273d89686278ee0f786a76bce276fc3fbef71",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_02c9a",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_context",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('events', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('places', 'maybe', array_agg(DISTINCT r.\"place_id\"))\n        FROM new_rows r WHERE r.\"place_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="6edb203db2f5b4e0a052fc7e9f59045086320f3f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_76966",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'events\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "place_id", "geo_precision", "codebook_version", "merged_into_id", "status", "has_conflict", "min_sources" FROM old_rows EXCEPT SELECT "id", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "place_id", "geo_precision", "codebook_version", "merged_into_id", "status", "has_conflict", "min_sources" FROM new_rows) UNION ALL (SELECT "id", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "place_id", "geo_precision", "codebook_version", "merged_into_id", "status", "has_conflict", "min_sources" FROM new_rows EXCEPT SELECT "id", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "place_id", "geo_precision", "codebook_version", "merged_into_id", "status", "has_conflict", "min_sources" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'events\', \'cosmetic\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "revision", "label", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "date_origin", "date_to_check", "place_id", "geo_precision", "codebook_version", "made_by_id", "merged_into_id", "status", "has_conflict", "min_sources" FROM old_rows EXCEPT SELECT "id", "revision", "label", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "date_origin", "date_to_check", "place_id", "geo_precision", "codebook_version", "made_by_id", "merged_into_id", "status", "has_conflict", "min_sources" FROM new_rows) UNION ALL (SELECT "id", "revision", "label", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "date_origin", "date_to_check", "place_id", "geo_precision", "codebook_version", "made_by_id", "merged_into_id", "status", "has_conflict", "min_sources" FROM new_rows EXCEPT SELECT "id", "revision", "label", "type_id", "mode_id", "date", "date_lower", "date_upper", "date_words", "date_read_in_id", "date_origin", "date_to_check", "place_id", "geo_precision", "codebook_version", "made_by_id", "merged_into_id", "status", "has_conflict", "min_sources" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'events\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "merged_into_id", "date_lower", "date_upper" FROM old_rows EXCEPT SELECT "id", "merged_into_id", "date_lower", "date_upper" FROM new_rows) UNION ALL (SELECT "id", "merged_into_id", "date_lower", "date_upper" FROM new_rows EXCEPT SELECT "id", "merged_into_id", "date_lower", "date_upper" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'places\', \'maybe\', array_agg(DISTINCT r."place_id"))\n        FROM ((SELECT "id", "place_id" FROM old_rows EXCEPT SELECT "id", "place_id" FROM new_rows) UNION ALL (SELECT "id", "place_id" FROM new_rows EXCEPT SELECT "id", "place_id" FROM old_rows)) r WHERE r."place_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="1c153c6c020e630e2a35c9267c9c49d4927e890b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_d2d40",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('events', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('places', 'maybe', array_agg(DISTINCT r.\"place_id\"))\n        FROM old_rows r WHERE r.\"place_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="79166f533918b0106122c3bba77343b0edde2061",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_eeeea",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventcontext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(DISTINCT r.\"event_id\"))\n        FROM new_rows r WHERE r.\"event_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="5de5d1d7d7f88f87a62919ca3bf1d8ba1f31e6ce",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_2b3b0",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_eventcontext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventcontext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'events\', \'changed\', array_agg(DISTINCT r."event_id"))\n        FROM ((SELECT "id", "event_id", "context_id" FROM old_rows EXCEPT SELECT "id", "event_id", "context_id" FROM new_rows) UNION ALL (SELECT "id", "event_id", "context_id" FROM new_rows EXCEPT SELECT "id", "event_id", "context_id" FROM old_rows)) r WHERE r."event_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="cbbc0966e2125f66b6ebd7761a48bf078efceb39",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_cffeb",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_eventcontext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventcontext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(DISTINCT r.\"event_id\"))\n        FROM old_rows r WHERE r.\"event_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="b12d7ec17b2d3ac58f73e67456d304cd04dd4a8e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_b33f3",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_eventcontext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(r.\"source_id\"), '{}', 'events', array_agg(r.\"target_id\"))\n        FROM new_rows r WHERE r.\"source_id\" IS NOT NULL AND true AND r.\"target_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="875578f923331b9341485ab4c979f93083955703",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_8ddaa",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_eventrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'events\', \'changed\', array_agg(r."source_id"), \'{}\', \'events\', array_agg(r."target_id"))\n        FROM ((SELECT "id", "source_id", "target_id", "kind" FROM old_rows EXCEPT SELECT "id", "source_id", "target_id", "kind" FROM new_rows) UNION ALL (SELECT "id", "source_id", "target_id", "kind" FROM new_rows EXCEPT SELECT "id", "source_id", "target_id", "kind" FROM old_rows)) r WHERE r."source_id" IS NOT NULL AND true AND r."target_id" IS NOT NULL;\nRETURN NULL;',
                            hash="9ee7b45fa27bf976d0b9b59f4d791ac440d19bc1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_ca991",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_eventrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(r.\"source_id\"), '{}', 'events', array_agg(r.\"target_id\"))\n        FROM old_rows r WHERE r.\"source_id\" IS NOT NULL AND true AND r.\"target_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="ea45871d33d640a9f013a0f583bbf99bfbbceb17",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_869f6",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_eventrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('event-types', 'changed', NULL, array_agg(DISTINCT r.\"code\"))\n        FROM new_rows r WHERE r.\"code\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="ecd6341bca5d888ec080851b22c857dfbeb81ae9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_6a892",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'event-types\', \'changed\', NULL, array_agg(DISTINCT r."code"))\n        FROM ((SELECT "label", "definition", "position", "codebook_version", "retired_in", "code", "quad", "needs_recipient", "roles", "examples" FROM old_rows EXCEPT SELECT "label", "definition", "position", "codebook_version", "retired_in", "code", "quad", "needs_recipient", "roles", "examples" FROM new_rows) UNION ALL (SELECT "label", "definition", "position", "codebook_version", "retired_in", "code", "quad", "needs_recipient", "roles", "examples" FROM new_rows EXCEPT SELECT "label", "definition", "position", "codebook_version", "retired_in", "code", "quad", "needs_recipient", "roles", "examples" FROM old_rows)) r WHERE r."code" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="17e1ea0c034a0c110ffa0a9973c76efb2e61e236",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_c5308",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('event-types', 'changed', NULL, array_agg(DISTINCT r.\"code\"))\n        FROM old_rows r WHERE r.\"code\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="e2c893195d06b3e64ef7dbadfa367c3a4f940091",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_08603",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"report_id\"))\n        FROM new_rows r WHERE r.\"report_id\" IS NOT NULL AND r.state <> 'orphan';\n\n        PERFORM articles_touch('reports', 'cosmetic', array_agg(DISTINCT r.\"report_id\"))\n        FROM new_rows r WHERE r.\"report_id\" IS NOT NULL AND r.state <> 'orphan';\nRETURN NULL;",
                            hash="dc13ccc6a1e64fb917400597e63554b1d1b8b099",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_ec59c",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'reports\', \'changed\', array_agg(DISTINCT r."report_id"))\n        FROM ((SELECT "id", "article_id", "start", "end", "quote", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM old_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM new_rows) UNION ALL (SELECT "id", "article_id", "start", "end", "quote", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM new_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM old_rows)) r WHERE r."report_id" IS NOT NULL AND r.state <> \'orphan\';\n\n        PERFORM articles_touch(\'reports\', \'cosmetic\', array_agg(DISTINCT r."report_id"))\n        FROM ((SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM old_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM new_rows) UNION ALL (SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM new_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "report_id", "kind", "participation_id", "mention_id" FROM old_rows)) r WHERE r."report_id" IS NOT NULL AND r.state <> \'orphan\';\nRETURN NULL;',
                            hash="0ce590e94c1935997b8b17d7d73491ec70bd091b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_d5622",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"report_id\"))\n        FROM old_rows r WHERE r.\"report_id\" IS NOT NULL AND r.state <> 'orphan';\n\n        PERFORM articles_touch('reports', 'cosmetic', array_agg(DISTINCT r.\"report_id\"))\n        FROM old_rows r WHERE r.\"report_id\" IS NOT NULL AND r.state <> 'orphan';\nRETURN NULL;",
                            hash="47a2aadc6eff81ea92565c9a69cbf2e0ccf26449",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_0e8a8",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('mentions', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('mentions', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="f4a09126a8b371ec0091628775914c50b7bdd001",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_029f4",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'mentions\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "article_id", "start", "end", "quote", "state", "kind", "actor_id", "place_id", "reading" FROM old_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "state", "kind", "actor_id", "place_id", "reading" FROM new_rows) UNION ALL (SELECT "id", "article_id", "start", "end", "quote", "state", "kind", "actor_id", "place_id", "reading" FROM new_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "state", "kind", "actor_id", "place_id", "reading" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'mentions\', \'cosmetic\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "revision", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "kind", "actor_id", "place_id", "reading" FROM old_rows EXCEPT SELECT "id", "revision", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "kind", "actor_id", "place_id", "reading" FROM new_rows) UNION ALL (SELECT "id", "revision", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "kind", "actor_id", "place_id", "reading" FROM new_rows EXCEPT SELECT "id", "revision", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "kind", "actor_id", "place_id", "reading" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="7caac6b9f43056102cb903cd249c6463dc726c80",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_b776e",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('mentions', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('mentions', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="2e8bea8abce688a5093d0826d4c8b5acef9acf9e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_ad663",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('modes', 'changed', NULL, array_agg(DISTINCT r.\"key\"))\n        FROM new_rows r WHERE r.\"key\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('event-types', 'changed', NULL, array_agg(DISTINCT r.\"type_id\"))\n        FROM new_rows r WHERE r.\"type_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="94969ae643e468aca72683f841cb3bf3bfd2d133",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_276e4",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_mode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'modes\', \'changed\', NULL, array_agg(DISTINCT r."key"))\n        FROM ((SELECT "label", "definition", "position", "codebook_version", "retired_in", "key", "type_id", "code", "example" FROM old_rows EXCEPT SELECT "label", "definition", "position", "codebook_version", "retired_in", "key", "type_id", "code", "example" FROM new_rows) UNION ALL (SELECT "label", "definition", "position", "codebook_version", "retired_in", "key", "type_id", "code", "example" FROM new_rows EXCEPT SELECT "label", "definition", "position", "codebook_version", "retired_in", "key", "type_id", "code", "example" FROM old_rows)) r WHERE r."key" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'event-types\', \'changed\', NULL, array_agg(DISTINCT r."type_id"))\n        FROM ((SELECT "key", "type_id" FROM old_rows EXCEPT SELECT "key", "type_id" FROM new_rows) UNION ALL (SELECT "key", "type_id" FROM new_rows EXCEPT SELECT "key", "type_id" FROM old_rows)) r WHERE r."type_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="c4fcef7134f08890b1a7a1510b9db5d02cd4359e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_5300d",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_mode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('modes', 'changed', NULL, array_agg(DISTINCT r.\"key\"))\n        FROM old_rows r WHERE r.\"key\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('event-types', 'changed', NULL, array_agg(DISTINCT r.\"type_id\"))\n        FROM old_rows r WHERE r.\"type_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="6610db42b0e9d616affff5b90a9f353cf3fda832",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_2800d",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_mode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(DISTINCT r.\"event_id\"))\n        FROM new_rows r WHERE r.\"event_id\" IS NOT NULL AND r.report_id IS NULL;\n\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"report_id\"))\n        FROM new_rows r WHERE r.\"report_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('actors', 'maybe', array_agg(DISTINCT r.\"actor_id\"))\n        FROM new_rows r WHERE r.\"actor_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="1aa5e4798c05eb5720d92c7f5e56d919c9bd62c8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_e8006",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'events\', \'changed\', array_agg(DISTINCT r."event_id"))\n        FROM ((SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM old_rows EXCEPT SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM new_rows) UNION ALL (SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM new_rows EXCEPT SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM old_rows)) r WHERE r."event_id" IS NOT NULL AND r.report_id IS NULL;\n\n        PERFORM articles_touch(\'reports\', \'changed\', array_agg(DISTINCT r."report_id"))\n        FROM ((SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM old_rows EXCEPT SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM new_rows) UNION ALL (SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM new_rows EXCEPT SELECT "id", "event_id", "report_id", "actor_id", "role", "office" FROM old_rows)) r WHERE r."report_id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'actors\', \'maybe\', array_agg(DISTINCT r."actor_id"))\n        FROM ((SELECT "id", "event_id", "report_id", "actor_id" FROM old_rows EXCEPT SELECT "id", "event_id", "report_id", "actor_id" FROM new_rows) UNION ALL (SELECT "id", "event_id", "report_id", "actor_id" FROM new_rows EXCEPT SELECT "id", "event_id", "report_id", "actor_id" FROM old_rows)) r WHERE r."actor_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="b62e7211033e5c8c1136f5494b17b3e05dd74764",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_a4bf3",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('events', 'changed', array_agg(DISTINCT r.\"event_id\"))\n        FROM old_rows r WHERE r.\"event_id\" IS NOT NULL AND r.report_id IS NULL;\n\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"report_id\"))\n        FROM old_rows r WHERE r.\"report_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('actors', 'maybe', array_agg(DISTINCT r.\"actor_id\"))\n        FROM old_rows r WHERE r.\"actor_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="1ab3b80a4182151842807ba731ed64b99eef4b8a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_5d4e1",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('places', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('places', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="6c6fdb3e6f95be8b4a0ae20f39d4a33a959a917a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_0bf9e",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'places\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "merged_into_id" FROM old_rows EXCEPT SELECT "id", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "merged_into_id" FROM new_rows) UNION ALL (SELECT "id", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "merged_into_id" FROM new_rows EXCEPT SELECT "id", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "merged_into_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'places\', \'cosmetic\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "revision", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "made_by_id", "merged_into_id" FROM old_rows EXCEPT SELECT "id", "revision", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "made_by_id", "merged_into_id" FROM new_rows) UNION ALL (SELECT "id", "revision", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "made_by_id", "merged_into_id" FROM new_rows EXCEPT SELECT "id", "revision", "slug", "name", "sort_key", "kind", "country", "parent_id", "ancestors", "latitude", "longitude", "geonames", "wikidata", "made_by_id", "merged_into_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'places\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "name" FROM old_rows EXCEPT SELECT "id", "slug", "name" FROM new_rows) UNION ALL (SELECT "id", "slug", "name" FROM new_rows EXCEPT SELECT "id", "slug", "name" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'places\', \'maybe\', array_agg(DISTINCT each.id))\n        FROM ((SELECT "id", "ancestors" FROM old_rows EXCEPT SELECT "id", "ancestors" FROM new_rows) UNION ALL (SELECT "id", "ancestors" FROM new_rows EXCEPT SELECT "id", "ancestors" FROM old_rows)) r, unnest(r."ancestors") each (id) WHERE r."ancestors" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="d0e97938569fb4c0563ed817652cd7b8bdd73ed6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_c1ed2",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('places', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('places', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('places', 'maybe', array_agg(DISTINCT each.id))\n        FROM old_rows r, unnest(r.\"ancestors\") each (id) WHERE r.\"ancestors\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="72b12281a44c9362c960de836212d9c215c66d82",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_1ce6e",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('places', 'changed', array_agg(r.\"place_id\"), '{}', 'actors', array_agg(r.\"state_id\"))\n        FROM new_rows r WHERE r.\"place_id\" IS NOT NULL AND true AND r.\"state_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="298c4a07445bb1e3c09240c85c8a9d1faa98fad6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_66ac0",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_placeclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'places\', \'changed\', array_agg(r."place_id"), \'{}\', \'actors\', array_agg(r."state_id"))\n        FROM ((SELECT "id", "place_id", "state_id" FROM old_rows EXCEPT SELECT "id", "place_id", "state_id" FROM new_rows) UNION ALL (SELECT "id", "place_id", "state_id" FROM new_rows EXCEPT SELECT "id", "place_id", "state_id" FROM old_rows)) r WHERE r."place_id" IS NOT NULL AND true AND r."state_id" IS NOT NULL;\nRETURN NULL;',
                            hash="67dc4aeef4a27e04f90c5de4e6e1214b2dc9c7e1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_a7d4a",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_placeclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('places', 'changed', array_agg(r.\"place_id\"), '{}', 'actors', array_agg(r.\"state_id\"))\n        FROM old_rows r WHERE r.\"place_id\" IS NOT NULL AND true AND r.\"state_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="1c98aa9a91bf29c1553e15605732055249b1bede",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_da67b",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_placeclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('places', 'changed', array_agg(DISTINCT r.\"place_id\"))\n        FROM new_rows r WHERE r.\"place_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="9e691d9c14380e283442563e456ab0a3592ed8e6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_48776",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_placename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'places\', \'changed\', array_agg(DISTINCT r."place_id"))\n        FROM ((SELECT "id", "place_id", "name", "key", "used", "used_lower", "used_upper" FROM old_rows EXCEPT SELECT "id", "place_id", "name", "key", "used", "used_lower", "used_upper" FROM new_rows) UNION ALL (SELECT "id", "place_id", "name", "key", "used", "used_lower", "used_upper" FROM new_rows EXCEPT SELECT "id", "place_id", "name", "key", "used", "used_lower", "used_upper" FROM old_rows)) r WHERE r."place_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="65fae6e85f084ade634b3e57c3e45673ee0326f8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_3dbac",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_placename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('places', 'changed', array_agg(DISTINCT r.\"place_id\"))\n        FROM old_rows r WHERE r.\"place_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="d54940098301b1584ad3a155b415afc75064614e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_28b9c",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_placename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('reports', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('events', 'changed', array_agg(r.\"event_id\"), '{}', 'reports', array_agg(r.\"id\"))\n        FROM new_rows r WHERE r.\"event_id\" IS NOT NULL AND true AND r.\"id\" IS NOT NULL;\n\n        PERFORM articles_touch('articles', 'changed', array_agg(r.\"article_id\"), '{}', 'reports', array_agg(r.\"id\"))\n        FROM new_rows r WHERE r.\"article_id\" IS NOT NULL AND true AND r.\"id\" IS NOT NULL;\n\n        PERFORM articles_touch('events', 'maybe', array_agg(DISTINCT r.\"event_id\"))\n        FROM new_rows r WHERE r.\"event_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('places', 'maybe', array_agg(DISTINCT r.\"claimed_place_id\"))\n        FROM new_rows r WHERE r.\"claimed_place_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="4796773e7e9f27c1e064d437e98e6644cb93bc3e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_f9923",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'reports\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_place_id", "claimed_type_id", "review_state", "codebook_version" FROM old_rows EXCEPT SELECT "id", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_place_id", "claimed_type_id", "review_state", "codebook_version" FROM new_rows) UNION ALL (SELECT "id", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_place_id", "claimed_type_id", "review_state", "codebook_version" FROM new_rows EXCEPT SELECT "id", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_place_id", "claimed_type_id", "review_state", "codebook_version" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'reports\', \'cosmetic\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "revision", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_date_origin", "claimed_date_to_check", "claimed_place_id", "claimed_type_id", "review_state", "review_reason", "coder_id", "reviewer_id", "reviewed_at", "codebook_version", "note" FROM old_rows EXCEPT SELECT "id", "revision", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_date_origin", "claimed_date_to_check", "claimed_place_id", "claimed_type_id", "review_state", "review_reason", "coder_id", "reviewer_id", "reviewed_at", "codebook_version", "note" FROM new_rows) UNION ALL (SELECT "id", "revision", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_date_origin", "claimed_date_to_check", "claimed_place_id", "claimed_type_id", "review_state", "review_reason", "coder_id", "reviewer_id", "reviewed_at", "codebook_version", "note" FROM new_rows EXCEPT SELECT "id", "revision", "event_id", "article_id", "status", "hedged", "background", "claimed_date", "claimed_date_lower", "claimed_date_upper", "claimed_date_words", "claimed_date_origin", "claimed_date_to_check", "claimed_place_id", "claimed_type_id", "review_state", "review_reason", "coder_id", "reviewer_id", "reviewed_at", "codebook_version", "note" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'events\', \'changed\', array_agg(r."event_id"), \'{}\', \'reports\', array_agg(r."id"))\n        FROM ((SELECT "id", "event_id", "article_id", "review_state" FROM old_rows EXCEPT SELECT "id", "event_id", "article_id", "review_state" FROM new_rows) UNION ALL (SELECT "id", "event_id", "article_id", "review_state" FROM new_rows EXCEPT SELECT "id", "event_id", "article_id", "review_state" FROM old_rows)) r WHERE r."event_id" IS NOT NULL AND true AND r."id" IS NOT NULL;\n\n        PERFORM articles_touch(\'articles\', \'changed\', array_agg(r."article_id"), \'{}\', \'reports\', array_agg(r."id"))\n        FROM ((SELECT "id", "event_id", "article_id", "review_state" FROM old_rows EXCEPT SELECT "id", "event_id", "article_id", "review_state" FROM new_rows) UNION ALL (SELECT "id", "event_id", "article_id", "review_state" FROM new_rows EXCEPT SELECT "id", "event_id", "article_id", "review_state" FROM old_rows)) r WHERE r."article_id" IS NOT NULL AND true AND r."id" IS NOT NULL;\n\n        PERFORM articles_touch(\'events\', \'maybe\', array_agg(DISTINCT r."event_id"))\n        FROM ((SELECT "id", "event_id", "article_id", "review_state" FROM old_rows EXCEPT SELECT "id", "event_id", "article_id", "review_state" FROM new_rows) UNION ALL (SELECT "id", "event_id", "article_id", "review_state" FROM new_rows EXCEPT SELECT "id", "event_id", "article_id", "review_state" FROM old_rows)) r WHERE r."event_id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'places\', \'maybe\', array_agg(DISTINCT r."claimed_place_id"))\n        FROM ((SELECT "id", "claimed_place_id" FROM old_rows EXCEPT SELECT "id", "claimed_place_id" FROM new_rows) UNION ALL (SELECT "id", "claimed_place_id" FROM new_rows EXCEPT SELECT "id", "claimed_place_id" FROM old_rows)) r WHERE r."claimed_place_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="f34e4dd833d821866761e122bdef95945c906706",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_15550",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('reports', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('events', 'changed', array_agg(r.\"event_id\"), '{}', 'reports', array_agg(r.\"id\"))\n        FROM old_rows r WHERE r.\"event_id\" IS NOT NULL AND true AND r.\"id\" IS NOT NULL;\n\n        PERFORM articles_touch('articles', 'changed', array_agg(r.\"article_id\"), '{}', 'reports', array_agg(r.\"id\"))\n        FROM old_rows r WHERE r.\"article_id\" IS NOT NULL AND true AND r.\"id\" IS NOT NULL;\n\n        PERFORM articles_touch('events', 'maybe', array_agg(DISTINCT r.\"event_id\"))\n        FROM old_rows r WHERE r.\"event_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('places', 'maybe', array_agg(DISTINCT r.\"claimed_place_id\"))\n        FROM old_rows r WHERE r.\"claimed_place_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="6dbd05efad2624ca92eb0b4af5f7af700a3ae71a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_a0ab9",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="judgedrevision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="judges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.closing AND NEW.number IS NULL)",
                            constraint="CONSTRAINT",
                            declare="DECLARE changes bigint := 0; noted bigint; flipped_ids bigint[]; named_ids bigint[]; touched_ids bigint[]; now_at bigint; had_enable_seqscan text := current_setting('enable_seqscan'); had_enable_hashjoin text := current_setting('enable_hashjoin'); had_enable_mergejoin text := current_setting('enable_mergejoin'); had_jit text := current_setting('jit'); had_plan_cache_mode text := current_setting('plan_cache_mode');",
                            func="\n        PERFORM pg_advisory_xact_lock('articles_publiccounter'::regclass::oid::bigint);\n        PERFORM set_config('enable_seqscan', 'off', true); PERFORM set_config('enable_hashjoin', 'off', true); PERFORM set_config('enable_mergejoin', 'off', true); PERFORM set_config('jit', 'off', true); PERFORM set_config('plan_cache_mode', 'force_generic_plan', true);\n        \n        IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.beside_kind <> '') THEN\n            \n    INSERT INTO articles_publictouch (revision_id, kind, how, ids, keys, beside_kind, beside)\n    SELECT NEW.id, q.kind, q.how, array_agg(DISTINCT q.row_id), '{}', '', '{}'\n    FROM (\n        SELECT t.kind, t.how, pair.row_id, pair.id\n        FROM articles_publictouch t, unnest(t.ids, t.beside) pair (row_id, id)\n        WHERE t.revision_id = NEW.id AND t.beside_kind = 'articles'\n    ) q\n    WHERE (SELECT p.key FROM (\n        SELECT a.id::text AS key, format('/publications/%s/%s/%s/', p.slug, i.volume, i.number) || a.position || '/' AS path\n        FROM articles_article a JOIN articles_issue i ON i.id = a.issue_id\n        JOIN articles_publication p ON p.id = i.publication_id\n        WHERE a.id = q.id AND a.status || '' = 'published'\n    ) p) IS NOT NULL\n    OR (SELECT c.op FROM articles_publicchange c WHERE c.kind = 'articles' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) <> 'gone'\n    GROUP BY q.kind, q.how;\n    INSERT INTO articles_publictouch (revision_id, kind, how, ids, keys, beside_kind, beside)\n    SELECT NEW.id, q.kind, q.how, array_agg(DISTINCT q.row_id), '{}', '', '{}'\n    FROM (\n        SELECT t.kind, t.how, pair.row_id, pair.id\n        FROM articles_publictouch t, unnest(t.ids, t.beside) pair (row_id, id)\n        WHERE t.revision_id = NEW.id AND t.beside_kind = 'issues'\n    ) q\n    WHERE (SELECT p.key FROM (\n        SELECT i.id::text AS key, format('/publications/%s/%s/%s/', p.slug, i.volume, i.number) AS path\n        FROM articles_issue i JOIN articles_publication p ON p.id = i.publication_id\n        WHERE i.id = q.id\n        AND EXISTS (SELECT 1 FROM articles_article a WHERE a.issue_id = i.id AND a.status || '' = 'published')\n    ) p) IS NOT NULL\n    OR (SELECT c.op FROM articles_publicchange c WHERE c.kind = 'issues' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) <> 'gone'\n    GROUP BY q.kind, q.how;\n    INSERT INTO articles_publictouch (revision_id, kind, how, ids, keys, beside_kind, beside)\n    SELECT NEW.id, q.kind, q.how, array_agg(DISTINCT q.row_id), '{}', '', '{}'\n    FROM (\n        SELECT t.kind, t.how, pair.row_id, pair.id\n        FROM articles_publictouch t, unnest(t.ids, t.beside) pair (row_id, id)\n        WHERE t.revision_id = NEW.id AND t.beside_kind = 'reports'\n    ) q\n    WHERE (SELECT p.key FROM (SELECT r.id::text AS key, '' AS path FROM (\n    SELECT r.id FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id\n    JOIN events_event e ON e.id = r.event_id AND coalesce(e.merged_into_id, 0) = 0 WHERE r.review_state || '' = 'confirmed'\n AND r.id = q.id) r) p) IS NOT NULL\n    OR (SELECT c.op FROM articles_publicchange c WHERE c.kind = 'reports' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) <> 'gone'\n    GROUP BY q.kind, q.how;\n    INSERT INTO articles_publictouch (revision_id, kind, how, ids, keys, beside_kind, beside)\n    SELECT NEW.id, q.kind, q.how, array_agg(DISTINCT q.row_id), '{}', '', '{}'\n    FROM (\n        SELECT t.kind, t.how, pair.row_id, pair.id\n        FROM articles_publictouch t, unnest(t.ids, t.beside) pair (row_id, id)\n        WHERE t.revision_id = NEW.id AND t.beside_kind = 'events'\n    ) q\n    WHERE (SELECT p.key FROM (\n        SELECT n.name AS key, format('/events/%s/', n.name) AS path\n        FROM events_event h, LATERAL (SELECT 'E' || lpad(h.id::text, greatest(6, length(h.id::text)), '0') AS name) n\n        WHERE h.id = q.id AND coalesce(h.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id WHERE r.event_id = h.id AND r.review_state || '' = 'confirmed'\n)\n    ) p) IS NOT NULL\n    OR (SELECT c.op FROM articles_publicchange c WHERE c.kind = 'events' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) <> 'gone'\n    GROUP BY q.kind, q.how;\n    INSERT INTO articles_publictouch (revision_id, kind, how, ids, keys, beside_kind, beside)\n    SELECT NEW.id, q.kind, q.how, array_agg(DISTINCT q.row_id), '{}', '', '{}'\n    FROM (\n        SELECT t.kind, t.how, pair.row_id, pair.id\n        FROM articles_publictouch t, unnest(t.ids, t.beside) pair (row_id, id)\n        WHERE t.revision_id = NEW.id AND t.beside_kind = 'actors'\n    ) q\n    WHERE (SELECT p.key FROM (\n        SELECT o.slug AS key, format('/actors/%s/', o.slug) AS path FROM events_actor o\n        WHERE o.id = q.id AND coalesce(o.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id AND coalesce(e.merged_into_id, 0) = 0\n    JOIN events_report r ON r.event_id = e.id AND r.id = coalesce(p.report_id, r.id) AND r.review_state || '' = 'confirmed'\n    JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id WHERE p.actor_id = o.id\n)\n    ) p) IS NOT NULL\n    OR (SELECT c.op FROM articles_publicchange c WHERE c.kind = 'actors' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) <> 'gone'\n    GROUP BY q.kind, q.how;\n            DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.beside_kind <> '';\n        END IF;\n        WHILE EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id) LOOP\n            \n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'articles') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'articles'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT a.id::text AS key, format('/publications/%s/%s/%s/', p.slug, i.volume, i.number) || a.position || '/' AS path\n        FROM articles_article a JOIN articles_issue i ON i.id = a.issue_id\n        JOIN articles_publication p ON p.id = i.publication_id\n        WHERE a.id = q.id AND a.status || '' = 'published'\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'articles' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'articles', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'articles', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF flipped_ids IS NOT NULL THEN \n            PERFORM articles_touch('issues', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT issue_id AS id FROM articles_article WHERE id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('citations', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM articles_citation WHERE article_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('cross-references', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM articles_crossreference WHERE article_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('cross-references', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM articles_crossreference WHERE target_article_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('reports', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_report WHERE article_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('mentions', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_mention WHERE article_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'issues') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'issues'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT i.id::text AS key, format('/publications/%s/%s/%s/', p.slug, i.volume, i.number) AS path\n        FROM articles_issue i JOIN articles_publication p ON p.id = i.publication_id\n        WHERE i.id = q.id\n        AND EXISTS (SELECT 1 FROM articles_article a WHERE a.issue_id = i.id AND a.status || '' = 'published')\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'issues' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'issues', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'issues', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF flipped_ids IS NOT NULL THEN \n            PERFORM articles_touch('publications', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT publication_id AS id FROM articles_issue WHERE id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('cross-references', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM articles_crossreference WHERE target_issue_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL; END IF;IF named_ids IS NOT NULL THEN \n            PERFORM articles_touch('articles', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM articles_article WHERE issue_id = ANY(named_ids)) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'publications') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'publications'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT o.slug AS key, format('/publications/%s/', o.slug) AS path FROM articles_publication o\n        WHERE o.id = q.id AND EXISTS (\n            SELECT 1 FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND a.status || '' = 'published'\n            WHERE i.publication_id = o.id\n        )\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'publications' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'publications', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'publications', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF named_ids IS NOT NULL THEN \n            PERFORM articles_touch('articles', 'changed', array_agg(DISTINCT x.id))\n            FROM (\n    SELECT a.id AS id FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND a.status || '' = 'published'\n     WHERE i.publication_id = ANY(named_ids)\n) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT x.id))\n            FROM (\n    SELECT s.id AS id FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND a.status || '' = 'published'\n    JOIN articles_citation s ON s.article_id = a.id WHERE i.publication_id = ANY(named_ids)\n) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('cross-references', 'changed', array_agg(DISTINCT x.id))\n            FROM (\n    SELECT s.id AS id FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND a.status || '' = 'published'\n    JOIN articles_crossreference s ON s.article_id = a.id WHERE i.publication_id = ANY(named_ids)\n) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT x.id))\n            FROM (\n    SELECT s.id AS id FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND a.status || '' = 'published'\n    JOIN events_report s ON s.article_id = a.id WHERE i.publication_id = ANY(named_ids)\n) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('mentions', 'changed', array_agg(DISTINCT x.id))\n            FROM (\n    SELECT s.id AS id FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND a.status || '' = 'published'\n    JOIN events_mention s ON s.article_id = a.id WHERE i.publication_id = ANY(named_ids)\n) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'citations') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'citations'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT s.id::text AS key, '' AS path FROM articles_citation s JOIN articles_article a ON a.status || '' = 'published' AND a.id = s.article_id\n        WHERE s.id = q.id AND s.state <> 'orphan'\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'citations' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'citations', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'citations', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF flipped_ids IS NOT NULL THEN \n            PERFORM articles_touch('sources', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT news_source_id AS id FROM articles_citedreport WHERE citation_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL; END IF;IF touched_ids IS NOT NULL THEN \n            PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT x.id))\n            FROM (\n    SELECT t.report_id AS id FROM articles_citedreport c JOIN events_attribution t ON t.cited_report_id = c.id\n    WHERE c.citation_id = ANY(touched_ids)\n) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'sources') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'sources'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (\n        SELECT w.id, false AS touched, false AS substantive, false AS named\n        FROM asked, LATERAL (SELECT o.merged_into_id FROM articles_newssource o WHERE o.id = asked.id AND o.merged_into_id > 0) w (id)\n    ), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM (TABLE asked UNION ALL TABLE widened) every_one GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT n.slug AS key, format('/sources/%s/', n.slug) AS path FROM articles_newssource n\n        WHERE n.id = q.id AND coalesce(n.merged_into_id, 0) = 0 AND EXISTS (\n            SELECT 1 FROM articles_newssource m JOIN articles_citedreport r ON r.news_source_id = m.id\n            JOIN articles_citation c ON c.id = r.citation_id AND c.state <> 'orphan'\n            JOIN articles_article a ON a.status || '' = 'published' AND a.id = c.article_id WHERE m.id = n.id OR m.merged_into_id = n.id\n        )\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'sources' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'sources', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'sources', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF named_ids IS NOT NULL THEN \n            PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT citation_id AS id FROM articles_citedreport WHERE news_source_id = ANY(named_ids)) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'cross-references') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'cross-references'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT s.id::text AS key, '' AS path FROM articles_crossreference s JOIN articles_article a ON a.status || '' = 'published' AND a.id = s.article_id\n        WHERE s.id = q.id AND s.state <> 'orphan'\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'cross-references' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'cross-references', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'cross-references', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'reports') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'reports'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (SELECT r.id::text AS key, '' AS path FROM (\n    SELECT r.id FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id\n    JOIN events_event e ON e.id = r.event_id AND coalesce(e.merged_into_id, 0) = 0 WHERE r.review_state || '' = 'confirmed'\n AND r.id = q.id) r) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'reports' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'reports', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'reports', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF flipped_ids IS NOT NULL THEN \n            PERFORM articles_touch('events', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT event_id AS id FROM events_report WHERE id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('articles', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT article_id AS id FROM events_report WHERE id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('actors', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT actor_id AS id FROM events_participation WHERE report_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('places', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT claimed_place_id AS id FROM events_report WHERE id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'events') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'events'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT n.name AS key, format('/events/%s/', n.name) AS path\n        FROM events_event h, LATERAL (SELECT 'E' || lpad(h.id::text, greatest(6, length(h.id::text)), '0') AS name) n\n        WHERE h.id = q.id AND coalesce(h.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id WHERE r.event_id = h.id AND r.review_state || '' = 'confirmed'\n)\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'events' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'events', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'events', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF flipped_ids IS NOT NULL THEN \n            PERFORM articles_touch('actors', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT actor_id AS id FROM events_participation WHERE event_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('places', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT place_id AS id FROM events_event WHERE id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('events', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT source_id AS id FROM events_eventrelation WHERE target_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL; END IF;IF named_ids IS NOT NULL THEN \n            PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_report WHERE event_id = ANY(named_ids)) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'places') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'places'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (\n        SELECT w.id, false AS touched, false AS substantive, false AS named\n        FROM asked, LATERAL (SELECT unnest(o.ancestors) FROM events_place o WHERE o.id = asked.id) w (id)\n    ), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM (TABLE asked UNION ALL TABLE widened) every_one GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT o.slug AS key, format('/places/%s/', o.slug) AS path FROM events_place o\n        WHERE o.id = q.id AND coalesce(o.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_place d WHERE (d.id = o.id OR d.ancestors @> ARRAY[o.id])\n    AND (\n        (\n            SELECT h.id FROM events_event h\n            WHERE h.place_id = d.id AND coalesce(h.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id WHERE r.event_id = h.id AND r.review_state || '' = 'confirmed'\n) LIMIT 1\n        ) IS NOT NULL OR (\n    SELECT r.id FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id\n    JOIN events_event e ON e.id = r.event_id AND coalesce(e.merged_into_id, 0) = 0 WHERE r.review_state || '' = 'confirmed'\n AND r.claimed_place_id = d.id LIMIT 1) IS NOT NULL\n    )\n)\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'places' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'places', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'places', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF flipped_ids IS NOT NULL THEN \n            PERFORM articles_touch('mentions', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_mention WHERE place_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL; END IF;IF named_ids IS NOT NULL THEN \n            PERFORM articles_touch('mentions', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_mention WHERE place_id = ANY(named_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('places', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_place WHERE parent_id = ANY(named_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('events', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_event WHERE place_id = ANY(named_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_report WHERE claimed_place_id = ANY(named_ids)) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'actors') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'actors'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT o.slug AS key, format('/actors/%s/', o.slug) AS path FROM events_actor o\n        WHERE o.id = q.id AND coalesce(o.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id AND coalesce(e.merged_into_id, 0) = 0\n    JOIN events_report r ON r.event_id = e.id AND r.id = coalesce(p.report_id, r.id) AND r.review_state || '' = 'confirmed'\n    JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id WHERE p.actor_id = o.id\n)\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'actors' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'actors', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'actors', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;IF flipped_ids IS NOT NULL THEN \n            PERFORM articles_touch('mentions', 'maybe', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_mention WHERE actor_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('actors', 'named', array_agg(DISTINCT x.id))\n            FROM (SELECT person_id AS id FROM events_affiliation WHERE organisation_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('places', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT place_id AS id FROM events_placeclaim WHERE state_id = ANY(flipped_ids)) x WHERE x.id IS NOT NULL; END IF;IF named_ids IS NOT NULL THEN \n            PERFORM articles_touch('mentions', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT id AS id FROM events_mention WHERE actor_id = ANY(named_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('actors', 'named', array_agg(DISTINCT x.id))\n            FROM (SELECT person_id AS id FROM events_affiliation WHERE organisation_id = ANY(named_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('places', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT place_id AS id FROM events_placeclaim WHERE state_id = ANY(named_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('reports', 'changed', array_agg(DISTINCT x.id))\n            FROM (SELECT report_id AS id FROM events_participation WHERE actor_id = ANY(named_ids)) x WHERE x.id IS NOT NULL;\n            PERFORM articles_touch('events', 'changed', array_agg(DISTINCT x.id))\n            FROM (\n    SELECT p.event_id AS id FROM events_participation p WHERE p.actor_id = ANY(named_ids)\n    AND (p.report_id IS NULL OR (\n    SELECT r.id FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id\n    JOIN events_event e ON e.id = r.event_id AND coalesce(e.merged_into_id, 0) = 0 WHERE r.review_state || '' = 'confirmed'\n AND r.id = p.report_id) IS NOT NULL)\n) x WHERE x.id IS NOT NULL; END IF;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'mentions') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'mentions'\n        RETURNING t.how, t.ids, t.keys\n    ), asked AS (\n        SELECT i AS id, how <> 'maybe' AS touched, how IN ('changed', 'named') AS substantive, how = 'named' AS named\n        FROM taken, unnest(ids) i\n    ), widened AS (SELECT 1), judged AS (\n        SELECT q.*, now.key, now.path, last.key AS old_key, last.path AS old_path,\n            coalesce(last.op <> 'gone', false) AS was, coalesce(last.revision_id = NEW.id, false) AS done\n        FROM (\n            SELECT id, bool_or(touched) AS touched, bool_or(substantive) AS substantive, bool_or(named) AS named\n            FROM asked GROUP BY id\n        ) q\n        LEFT JOIN LATERAL (\n        SELECT s.id::text AS key, '' AS path FROM events_mention s JOIN articles_article a ON a.status || '' = 'published' AND a.id = s.article_id\n        LEFT JOIN events_actor o ON o.id = s.actor_id LEFT JOIN events_place w ON w.id = s.place_id\n        WHERE s.id = q.id AND s.state <> 'orphan' AND CASE\n            WHEN o.id IS NOT NULL THEN coalesce(o.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id AND coalesce(e.merged_into_id, 0) = 0\n    JOIN events_report r ON r.event_id = e.id AND r.id = coalesce(p.report_id, r.id) AND r.review_state || '' = 'confirmed'\n    JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id WHERE p.actor_id = o.id\n)\n            ELSE coalesce(w.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_place d WHERE (d.id = w.id OR d.ancestors @> ARRAY[w.id])\n    AND (\n        (\n            SELECT h.id FROM events_event h\n            WHERE h.place_id = d.id AND coalesce(h.merged_into_id, 0) = 0 AND EXISTS (\n    SELECT 1 FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id WHERE r.event_id = h.id AND r.review_state || '' = 'confirmed'\n) LIMIT 1\n        ) IS NOT NULL OR (\n    SELECT r.id FROM events_report r JOIN articles_article a ON a.status || '' = 'published' AND a.id = r.article_id\n    JOIN events_event e ON e.id = r.event_id AND coalesce(e.merged_into_id, 0) = 0 WHERE r.review_state || '' = 'confirmed'\n AND r.claimed_place_id = d.id LIMIT 1) IS NOT NULL\n    )\n)\n        END\n    ) now ON true\n        LEFT JOIN LATERAL (SELECT c.key, c.path, c.op, c.revision_id FROM articles_publicchange c WHERE c.kind = 'mentions' AND c.row_id = q.id ORDER BY c.id DESC LIMIT 1) last ON true\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)\n        SELECT NEW.id, 'mentions', id, old_key, old_path, 'gone', true\n        FROM judged WHERE was AND key IS DISTINCT FROM old_key\n        UNION ALL\n        SELECT NEW.id, 'mentions', id, key, path, CASE WHEN was AND key = old_key THEN 'changed' ELSE 'shown' END,\n            substantive OR NOT was OR key <> old_key OR path <> old_path\n        FROM judged WHERE CASE\n            WHEN was THEN (touched AND NOT done) OR key <> old_key OR path <> old_path ELSE true\n        END AND key IS NOT NULL\n        RETURNING row_id, op\n    )\n    SELECT (SELECT count(*) FROM written),\n        (SELECT array_agg(DISTINCT row_id) FROM written WHERE op <> 'changed'),\n        array_agg(id) FILTER (WHERE named), array_agg(id) FILTER (WHERE substantive)\n    INTO noted, flipped_ids, named_ids, touched_ids FROM judged WHERE was OR key IS NOT NULL;\n    changes := changes + noted;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'event-types') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'event-types'\n        RETURNING t.how, t.ids, t.keys\n    ), judged AS (\n        SELECT DISTINCT k AS key, EXISTS (SELECT 1 FROM events_eventtype o WHERE o.code = k) AS there,\n            coalesce((SELECT c.op FROM articles_publicchange c WHERE c.kind = 'event-types' AND c.key = k ORDER BY c.id DESC LIMIT 1) <> 'gone', false) AS was\n        FROM taken, unnest(keys) k\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, key, path, op, substantive)\n        SELECT NEW.id, 'event-types', key, '', CASE WHEN NOT there THEN 'gone' WHEN was THEN 'changed' ELSE 'shown' END, true\n        FROM judged WHERE there OR was ORDER BY key\n        RETURNING 1\n    ) SELECT count(*) INTO noted FROM written;\n    changes := changes + noted;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'modes') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'modes'\n        RETURNING t.how, t.ids, t.keys\n    ), judged AS (\n        SELECT DISTINCT k AS key, EXISTS (SELECT 1 FROM events_mode o WHERE o.key = k) AS there,\n            coalesce((SELECT c.op FROM articles_publicchange c WHERE c.kind = 'modes' AND c.key = k ORDER BY c.id DESC LIMIT 1) <> 'gone', false) AS was\n        FROM taken, unnest(keys) k\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, key, path, op, substantive)\n        SELECT NEW.id, 'modes', key, '', CASE WHEN NOT there THEN 'gone' WHEN was THEN 'changed' ELSE 'shown' END, true\n        FROM judged WHERE there OR was ORDER BY key\n        RETURNING 1\n    ) SELECT count(*) INTO noted FROM written;\n    changes := changes + noted;\n    END IF;\n\n    IF EXISTS (SELECT 1 FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'contexts') THEN\n        \n    WITH taken AS (\n        DELETE FROM articles_publictouch t WHERE t.revision_id = NEW.id AND t.kind = 'contexts'\n        RETURNING t.how, t.ids, t.keys\n    ), judged AS (\n        SELECT DISTINCT k AS key, EXISTS (SELECT 1 FROM events_context o WHERE o.code = k) AS there,\n            coalesce((SELECT c.op FROM articles_publicchange c WHERE c.kind = 'contexts' AND c.key = k ORDER BY c.id DESC LIMIT 1) <> 'gone', false) AS was\n        FROM taken, unnest(keys) k\n    ), written AS (\n        INSERT INTO articles_publicchange (revision_id, kind, key, path, op, substantive)\n        SELECT NEW.id, 'contexts', key, '', CASE WHEN NOT there THEN 'gone' WHEN was THEN 'changed' ELSE 'shown' END, true\n        FROM judged WHERE there OR was ORDER BY key\n        RETURNING 1\n    ) SELECT count(*) INTO noted FROM written;\n    changes := changes + noted;\n    END IF;\n        END LOOP;\n        PERFORM set_config('enable_seqscan', had_enable_seqscan, true); PERFORM set_config('enable_hashjoin', had_enable_hashjoin, true); PERFORM set_config('enable_mergejoin', had_enable_mergejoin, true); PERFORM set_config('jit', had_jit, true); PERFORM set_config('plan_cache_mode', had_plan_cache_mode, true);\n        PERFORM set_config('monitor.public_revision', '', true);\n        IF changes = 0 THEN\n            DELETE FROM articles_publicrevision WHERE id = NEW.id;\n            RETURN NULL;\n        END IF;\n        INSERT INTO articles_publiccounter AS c (id, number) VALUES (1, 1)\n            ON CONFLICT (id) DO UPDATE SET number = c.number + 1 RETURNING number INTO now_at;\n        UPDATE articles_publicrevision SET number = now_at, at = clock_timestamp() WHERE id = NEW.id;\n        RETURN NULL;\n    ",
                            hash="6ba178f83cb0d047bc35a91e1147acd481001c90",
                            operation='UPDATE OF "closing"',
                            pgid="pgtrigger_judges_6f1fe",
                            table="articles_publicrevision",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
