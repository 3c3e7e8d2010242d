"""Full-text search by each database's own means, with English word endings taken off on both."""

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE goldthread_searchwords USING fts5(
        title, body, content='goldthread_searchentry', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER search_added AFTER INSERT ON goldthread_searchentry BEGIN
        INSERT INTO goldthread_searchwords(rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END""",
    """CREATE TRIGGER search_removed AFTER DELETE ON goldthread_searchentry BEGIN
        INSERT INTO goldthread_searchwords(goldthread_searchwords, rowid, title, body) VALUES ('delete', OLD.id, OLD.title, OLD.body);
        END""",
    """CREATE TRIGGER search_changed AFTER UPDATE ON goldthread_searchentry BEGIN
        INSERT INTO goldthread_searchwords(goldthread_searchwords, rowid, title, body) VALUES ('delete', OLD.id, OLD.title, OLD.body);
        INSERT INTO goldthread_searchwords(rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END""",
)
SQLITE_BACK = (
    "DROP TRIGGER search_added",
    "DROP TRIGGER search_removed",
    "DROP TRIGGER search_changed",
    "DROP TABLE goldthread_searchwords",
)

POSTGRESQL = (
    """ALTER TABLE goldthread_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED""",
    "CREATE INDEX searchentry_words ON goldthread_searchentry USING gin(words)",
)
POSTGRESQL_BACK = ("ALTER TABLE goldthread_searchentry DROP COLUMN words",)


def _run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


def build(apps, schema_editor):
    _run(schema_editor, POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def take_away(apps, schema_editor):
    _run(schema_editor, POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK)


class Migration(migrations.Migration):
    dependencies = (("goldthread", "0002_history_is_append_only"),)
    operations = (migrations.RunPython(build, take_away),)
