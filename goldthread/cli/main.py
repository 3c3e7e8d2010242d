"""The ``goldthread`` command. Nothing else is imported until a command runs, so that ``--help`` answers at once."""

import contextlib
import errno
import importlib
import os
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

import click

from goldthread import __version__
from goldthread.common.errors import UserFacingError
from goldthread.common.text import one_line

COMMANDS = {
    "read": ("goldthread.cli.read", "Read inspection reports and improvement plans into pictures."),
    "check": ("goldthread.cli.check", "Say where the thread of a plan is broken."),
    "map": ("goldthread.cli.map", "Draw a plan as one page: plan on a page, thread map, checks."),
    "serve": ("goldthread.cli.serve", "Serve the site."),
    "demo": ("goldthread.cli.demo", "Serve the site with the made-up authority Northmere's story in it."),
    "verify-history": ("goldthread.cli.verify_history", "Prove that nothing was changed behind Goldthread's back."),
}
"""Each command's module and what ``--help`` says of it."""

REFUSED = 2
"""Exit code: the file or the request is not taken."""

STOPPED = 130
"""Exit code after Ctrl-C, as of any other program: 1 would say that something was found."""

_NOWHERE_TO_PRINT = {errno.ENOSPC, errno.EDQUOT, errno.EIO}


@contextlib.contextmanager
def _one_line_for_errors() -> Iterator[None]:
    """What goes wrong within is told in one line, and ends the command with its exit code."""
    try:
        yield
    except UserFacingError as error:
        _end(one_line(str(error)), REFUSED)
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "goldthread"
        _end(one_line(f"{command}: {error.format_message()} See {command} --help."), REFUSED)
    except KeyboardInterrupt:
        _end("Stopped.", STOPPED)
    except OSError as error:
        if error.errno not in _NOWHERE_TO_PRINT:
            raise
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python fails again when it ends
        _end(f"What was to be printed cannot be written ({error.strerror}). Make room, or send it elsewhere.", REFUSED)


def _end(told: str, code: int) -> NoReturn:
    click.echo(told, err=True)
    raise click.exceptions.Exit(code)


class Commands(click.Group):
    """A group that knows its commands by name and loads one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click's signature
        """The commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 — click's signature
        """The command with that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 — click's signature
        """The list that ``--help`` prints, without loading any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_module, words) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error that speaks to the reader is printed as one line and ends with exit code 2."""
        with _one_line_for_errors():
            return super().invoke(ctx)

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any) -> click.Context:
        """Read what was typed before the command's name; a mistake there is printed as one line too."""
        with _one_line_for_errors():
            return super().make_context(info_name, args, parent, **extra)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="goldthread")
def main() -> None:
    """Goldthread holds the thread from what inspectors found to whether children are better off.

    It reads inspection reports and improvement plans (Word, Excel, PDF, text, CSV, HTML), checks the plan and draws it.
    Nothing is sent anywhere. It serves the site that holds plans for many people.
    """
    for stream in (sys.stdout, sys.stderr):  # None when it was closed before the start
        if hasattr(stream, "reconfigure") and os.environ.get("PYTHONIOENCODING") is None:
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
