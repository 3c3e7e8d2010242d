"""Full-text search by each database's own means, with English word endings taken off on both."""

import unicodedata

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

# The parser of PostgreSQL reads “housing/health” as a file's name and “s.47” as a host. Signs become spaces and accents go before it
# sees them, one character for one, so that both databases cut a text into the same words.
SIGNS = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'‐‑‒–—−‘’‚‛“”„…•·\u00a0"
ACCENTED = {
    chr(code): base for code in range(0xC0, 0x250) if (base := unicodedata.normalize("NFKD", chr(code))[0]).isascii() and base.isalpha()
}
STEMMED = "asciiword, word, asciihword, hword, hword_asciipart, hword_part"


def plain(column):
    """The column with signs and accents taken out, in SQL."""
    return f"translate({column}, $gt${SIGNS}{''.join(ACCENTED)}$gt$, $gt${' ' * len(SIGNS)}{''.join(ACCENTED.values())}$gt$)"


POSTGRESQL = (
    # English endings are taken off and no word is left out: “will” and “after” stand in sentences that people look for
    "CREATE TEXT SEARCH DICTIONARY goldthread_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION goldthread (COPY = pg_catalog.simple)",
    f"ALTER TEXT SEARCH CONFIGURATION goldthread ALTER MAPPING FOR {STEMMED} WITH goldthread_stem",
    f"""ALTER TABLE goldthread_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('goldthread', {plain("title")}), 'A') ||
        setweight(to_tsvector('goldthread', {plain("body")}), 'B')) STORED""",
    "CREATE INDEX searchentry_words ON goldthread_searchentry USING gin(words)",
)
POSTGRESQL_BACK = (
    "ALTER TABLE goldthread_searchentry DROP COLUMN words",
    "DROP TEXT SEARCH CONFIGURATION goldthread",
    "DROP TEXT SEARCH DICTIONARY goldthread_stem",
)


def _run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


def build(apps, schema_editor):
    _run(schema_editor, POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def take_away(apps, schema_editor):
    _run(schema_editor, POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK)


class Migration(migrations.Migration):
    dependencies = (("goldthread", "0002_history_is_append_only"),)
    operations = (migrations.RunPython(build, take_away),)
