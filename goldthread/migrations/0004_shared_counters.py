"""The table in which all workers count sign-ins together (setting ``CACHES``)."""

from django.core.management import call_command
from django.db import migrations

TABLE = "goldthread_cache"


def make(_apps, editor):
    call_command("createcachetable", TABLE, database=editor.connection.alias, verbosity=0)


def drop(_apps, editor):
    editor.execute(f"DROP TABLE {TABLE}")


class Migration(migrations.Migration):
    dependencies = [("goldthread", "0003_search")]
    operations = [migrations.RunPython(make, drop)]
