"""The database itself refuses to change or delete what the history holds, on both engines."""

from django.db import migrations

WORDS = "The history is append-only: an event is never changed or deleted."

SQLITE = (
    f"""CREATE TRIGGER history_no_update BEFORE UPDATE ON goldthread_historyevent
        BEGIN SELECT RAISE(ABORT, '{WORDS}'); END""",
    f"""CREATE TRIGGER history_no_delete BEFORE DELETE ON goldthread_historyevent
        BEGIN SELECT RAISE(ABORT, '{WORDS}'); END""",
    f"""CREATE TRIGGER history_no_replace BEFORE INSERT ON goldthread_historyevent
        WHEN EXISTS (SELECT 1 FROM goldthread_historyevent WHERE number = NEW.number)
        BEGIN SELECT RAISE(ABORT, '{WORDS}'); END""",
    f"""CREATE TRIGGER history_head_stays BEFORE DELETE ON goldthread_historyhead
        BEGIN SELECT RAISE(ABORT, '{WORDS}'); END""",
)
SQLITE_BACK = tuple(
    f"DROP TRIGGER {name}" for name in ("history_no_update", "history_no_delete", "history_no_replace", "history_head_stays")
)

POSTGRESQL = (
    f"""CREATE FUNCTION goldthread_history_refuses() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER history_no_change BEFORE UPDATE OR DELETE ON goldthread_historyevent
        FOR EACH ROW EXECUTE FUNCTION goldthread_history_refuses()""",
    """CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON goldthread_historyevent
        FOR EACH STATEMENT EXECUTE FUNCTION goldthread_history_refuses()""",
    """CREATE TRIGGER history_head_stays BEFORE DELETE ON goldthread_historyhead
        FOR EACH ROW EXECUTE FUNCTION goldthread_history_refuses()""",
)
POSTGRESQL_BACK = (
    "DROP TRIGGER history_no_change ON goldthread_historyevent",
    "DROP TRIGGER history_no_truncate ON goldthread_historyevent",
    "DROP TRIGGER history_head_stays ON goldthread_historyhead",
    "DROP FUNCTION goldthread_history_refuses()",
)


def _run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


def refuse(apps, schema_editor):
    _run(schema_editor, POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def allow(apps, schema_editor):
    _run(schema_editor, POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK)


class Migration(migrations.Migration):
    dependencies = (("goldthread", "0001_records"),)
    operations = (migrations.RunPython(refuse, allow),)
