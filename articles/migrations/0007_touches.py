import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from articles.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_public_changes"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('articles', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('issues', 'maybe', array_agg(DISTINCT r.\"issue_id\"))\n        FROM new_rows r WHERE r.\"issue_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="c8646a33498b9d0564f6802f76faccfd7f091e7e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_8a412",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'articles\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id" FROM old_rows EXCEPT SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id" FROM new_rows) UNION ALL (SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id" FROM new_rows EXCEPT SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'issues\', \'maybe\', array_agg(DISTINCT r."issue_id"))\n        FROM ((SELECT "id", "issue_id", "status" FROM old_rows EXCEPT SELECT "id", "issue_id", "status" FROM new_rows) UNION ALL (SELECT "id", "issue_id", "status" FROM new_rows EXCEPT SELECT "id", "issue_id", "status" FROM old_rows)) r WHERE r."issue_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="0ce05279632475a21a7da6f3d228deefb16cbc6b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_30e7b",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('articles', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('issues', 'maybe', array_agg(DISTINCT r.\"issue_id\"))\n        FROM old_rows r WHERE r.\"issue_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="f75d135db11f5d65382e716c094ca4d8f524f434",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_c381e",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('citations', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="797c6db57bd828590b10b613e6116218326e7838",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_1c677",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'citations\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "article_id", "start", "end", "quote", "state" FROM old_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "state" FROM new_rows) UNION ALL (SELECT "id", "article_id", "start", "end", "quote", "state" FROM new_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "state" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'citations\', \'cosmetic\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state" FROM old_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state" FROM new_rows) UNION ALL (SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state" FROM new_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="88e02747aaa347d850feba86fec286cb08c59f33",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_6017c",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('citations', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="ba60181616d822e1de2000dbab7ae04af12fdca5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_64a32",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT r.\"citation_id\"))\n        FROM new_rows r WHERE r.\"citation_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('sources', 'maybe', array_agg(DISTINCT r.\"news_source_id\"))\n        FROM new_rows r WHERE r.\"news_source_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="c4697e6c5c51790e2d339ef79dd1aabef2a7efd2",
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
                            func='\n        PERFORM articles_touch(\'citations\', \'changed\', array_agg(DISTINCT r."citation_id"))\n        FROM ((SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM old_rows EXCEPT SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM new_rows) UNION ALL (SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM new_rows EXCEPT SELECT "id", "citation_id", "news_source_id", "date", "date_lower", "date_upper", "date_words" FROM old_rows)) r WHERE r."citation_id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'sources\', \'maybe\', array_agg(DISTINCT r."news_source_id"))\n        FROM ((SELECT "id", "citation_id", "news_source_id" FROM old_rows EXCEPT SELECT "id", "citation_id", "news_source_id" FROM new_rows) UNION ALL (SELECT "id", "citation_id", "news_source_id" FROM new_rows EXCEPT SELECT "id", "citation_id", "news_source_id" FROM old_rows)) r WHERE r."news_source_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="8a2313194c1f29509a0f892fe5549083dabc323b",
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
                            func="\n        PERFORM articles_touch('citations', 'changed', array_agg(DISTINCT r.\"citation_id\"))\n        FROM old_rows r WHERE r.\"citation_id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('sources', 'maybe', array_agg(DISTINCT r.\"news_source_id\"))\n        FROM old_rows r WHERE r.\"news_source_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="24c34349546cb1ab35507ada64a15788bdc7c2e9",
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
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('cross-references', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('cross-references', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('cross-references', 'changed', array_agg(r.\"id\"), '{}', 'issues', array_agg(r.\"target_issue_id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true AND r.\"target_issue_id\" IS NOT NULL;\n\n        PERFORM articles_touch('cross-references', 'changed', array_agg(r.\"id\"), '{}', 'articles', array_agg(r.\"target_article_id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true AND r.\"target_article_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="cbe0d9d581c9161f8727be961a454ad261166a3f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_f8a42",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="articles_crossreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'cross-references\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "article_id", "start", "end", "quote", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM old_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM new_rows) UNION ALL (SELECT "id", "article_id", "start", "end", "quote", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM new_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'cross-references\', \'cosmetic\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM old_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM new_rows) UNION ALL (SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM new_rows EXCEPT SELECT "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text_version", "state", "publication_words", "volume", "number", "date", "date_lower", "date_upper" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'cross-references\', \'changed\', array_agg(r."id"), \'{}\', \'issues\', array_agg(r."target_issue_id"))\n        FROM ((SELECT "id", "target_issue_id" FROM old_rows EXCEPT SELECT "id", "target_issue_id" FROM new_rows) UNION ALL (SELECT "id", "target_issue_id" FROM new_rows EXCEPT SELECT "id", "target_issue_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true AND r."target_issue_id" IS NOT NULL;\n\n        PERFORM articles_touch(\'cross-references\', \'changed\', array_agg(r."id"), \'{}\', \'articles\', array_agg(r."target_article_id"))\n        FROM ((SELECT "id", "target_article_id" FROM old_rows EXCEPT SELECT "id", "target_article_id" FROM new_rows) UNION ALL (SELECT "id", "target_article_id" FROM new_rows EXCEPT SELECT "id", "target_article_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true AND r."target_article_id" IS NOT NULL;\nRETURN NULL;',
                            hash="8c0c1da0ba20c64a42938e28a20bb78986d84da5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_0e5d2",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="articles_crossreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('cross-references', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('cross-references', 'cosmetic', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('cross-references', 'changed', array_agg(r.\"id\"), '{}', 'issues', array_agg(r.\"target_issue_id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true AND r.\"target_issue_id\" IS NOT NULL;\n\n        PERFORM articles_touch('cross-references', 'changed', array_agg(r.\"id\"), '{}', 'articles', array_agg(r.\"target_article_id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true AND r.\"target_article_id\" IS NOT NULL;\nRETURN NULL;",
                            hash="f065f93447e5ddd0940b0ccbfab705e698488748",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_602ec",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="articles_crossreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="issue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('issues', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('publications', 'maybe', array_agg(DISTINCT r.\"publication_id\"))\n        FROM new_rows r WHERE r.\"publication_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="2d21e76081d947a3bb360d639193921595dcb879",
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
                            func='\n        PERFORM articles_touch(\'issues\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM old_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM new_rows) UNION ALL (SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM new_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'issues\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM old_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM new_rows) UNION ALL (SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM new_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'publications\', \'maybe\', array_agg(DISTINCT r."publication_id"))\n        FROM ((SELECT "id", "publication_id" FROM old_rows EXCEPT SELECT "id", "publication_id" FROM new_rows) UNION ALL (SELECT "id", "publication_id" FROM new_rows EXCEPT SELECT "id", "publication_id" FROM old_rows)) r WHERE r."publication_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="cbb06eb18dde3c32f754f6b6f5cd4b09b368e6e2",
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
                            func="\n        PERFORM articles_touch('issues', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('publications', 'maybe', array_agg(DISTINCT r.\"publication_id\"))\n        FROM old_rows r WHERE r.\"publication_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="ea14be27646c14b7b9f0241c8a1bcf0fe7357216",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_9b380",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="articles_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('sources', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('sources', 'maybe', array_agg(DISTINCT r.\"merged_into_id\"))\n        FROM new_rows r WHERE r.\"merged_into_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="aff0ec678e141ce003a261d3e86e5a9f9088a363",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_7e7ab",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'sources\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "name", "kind", "country", "aliases", "merged_into_id" FROM old_rows EXCEPT SELECT "id", "slug", "name", "kind", "country", "aliases", "merged_into_id" FROM new_rows) UNION ALL (SELECT "id", "slug", "name", "kind", "country", "aliases", "merged_into_id" FROM new_rows EXCEPT SELECT "id", "slug", "name", "kind", "country", "aliases", "merged_into_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'sources\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "name", "merged_into_id" FROM old_rows EXCEPT SELECT "id", "slug", "name", "merged_into_id" FROM new_rows) UNION ALL (SELECT "id", "slug", "name", "merged_into_id" FROM new_rows EXCEPT SELECT "id", "slug", "name", "merged_into_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'sources\', \'maybe\', array_agg(DISTINCT r."merged_into_id"))\n        FROM ((SELECT "id", "merged_into_id" FROM old_rows EXCEPT SELECT "id", "merged_into_id" FROM new_rows) UNION ALL (SELECT "id", "merged_into_id" FROM new_rows EXCEPT SELECT "id", "merged_into_id" FROM old_rows)) r WHERE r."merged_into_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="4c82a5efd911e0d3f32fcd0df4612ba1c06fa8c2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_07126",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('sources', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\n\n        PERFORM articles_touch('sources', 'maybe', array_agg(DISTINCT r.\"merged_into_id\"))\n        FROM old_rows r WHERE r.\"merged_into_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="7934cef23f5cf19787b7233c14ffb6689b088a63",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_8332d",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('publications', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM new_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="8f30dbda42a785e9045583ef5f2a540fcbfc6e8b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_de8ab",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="articles_publication",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'publications\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy" FROM old_rows EXCEPT SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy" FROM new_rows) UNION ALL (SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy" FROM new_rows EXCEPT SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'publications\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "quote_policy" FROM old_rows EXCEPT SELECT "id", "slug", "quote_policy" FROM new_rows) UNION ALL (SELECT "id", "slug", "quote_policy" FROM new_rows EXCEPT SELECT "id", "slug", "quote_policy" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="89ceee600be77394bd40cb4bd0b3128f249684a6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_8a3b7",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="articles_publication",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('publications', 'changed', array_agg(DISTINCT r.\"id\"))\n        FROM old_rows r WHERE r.\"id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="a2e2968416c41dfc887f04cb948d38f4cf2dcc62",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_d5216",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="articles_publication",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceurl",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('articles', 'changed', array_agg(DISTINCT r.\"article_id\"))\n        FROM new_rows r WHERE r.\"article_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="11cd35686ded3f4a1bf9a140927e37f071b26207",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touches_on_insert_6b35b",
                            referencing="REFERENCING NEW TABLE AS new_rows ",
                            table="articles_sourceurl",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceurl",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='\n        PERFORM articles_touch(\'articles\', \'changed\', array_agg(DISTINCT r."article_id"))\n        FROM ((SELECT "id", "article_id", "url" FROM old_rows EXCEPT SELECT "id", "article_id", "url" FROM new_rows) UNION ALL (SELECT "id", "article_id", "url" FROM new_rows EXCEPT SELECT "id", "article_id", "url" FROM old_rows)) r WHERE r."article_id" IS NOT NULL AND true;\nRETURN NULL;',
                            hash="7c7f0335ba6b06d20bfcc01e993e7089289b4262",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touches_on_update_53deb",
                            referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                            table="articles_sourceurl",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceurl",
                    trigger=pgtrigger.compiler.Trigger(
                        name="touches_on_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM articles_touch('articles', 'changed', array_agg(DISTINCT r.\"article_id\"))\n        FROM old_rows r WHERE r.\"article_id\" IS NOT NULL AND true;\nRETURN NULL;",
                            hash="24e4b7c522f74360c61b758b55319f8da44e8cc3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touches_on_delete_944c9",
                            referencing="REFERENCING OLD TABLE AS old_rows ",
                            table="articles_sourceurl",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
