"""The command line, from what the commands themselves say with ``--help``."""

import importlib.util
from collections.abc import Iterator

import click

from tools.reference.markdown import code, page

_INTRODUCTION = "What each command prints with `--help`."
_WIDTH = 100


def exists() -> bool:
    """Whether there is a command line yet."""
    return importlib.util.find_spec("goldthread.cli.main") is not None


def group() -> click.Group:
    """The commands. Raises TypeError when ``main`` is no group of commands."""
    from goldthread.cli.main import main

    if not isinstance(main, click.Group):
        raise TypeError("goldthread.cli.main.main is no click group")
    return main


def pages() -> dict[str, str]:
    """``command-line.md``; no page while there is no command line."""
    if not exists():
        return {}
    parts = [f"## `{path}`\n\n{code(command.get_help(context))}" for path, command, context in walk(group(), None, "goldthread")]
    return {"command-line.md": page("Command line", _INTRODUCTION, *parts)}


def names() -> set[str]:
    """The first word of every command that may follow ``goldthread``."""
    return set(group().list_commands(click.Context(group()))) if exists() else set()


def walk(command: click.Command, above: click.Context | None, name: str) -> Iterator[tuple[str, click.Command, click.Context]]:
    """A command and everything below it, each with its whole name."""
    settings = {**command.context_settings, "max_content_width": _WIDTH, "terminal_width": _WIDTH}
    context = click.Context(command, info_name=name, parent=above, **settings)
    yield context.command_path, command, context
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None and not found.hidden:
                yield from walk(found, context, inner)
