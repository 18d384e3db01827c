"""The command line: thin. It reads arguments, calls a job and says what came of it.

Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 3 something outside failed.
"""

from __future__ import annotations

import os
import sys

import click

from suunta.cli.assessing import assess
from suunta.cli.beginning import municipality, person
from suunta.cli.collecting import collect, observe
from suunta.cli.documents import lint, phrases, read
from suunta.cli.reporting import report
from suunta.cli.rounding import rounds
from suunta.cli.serving import demo, serve, worker
from suunta.cli.sourcing import sources
from suunta.cli.storing import backup, check, import_, restore
from suunta.core.errors import Fault, InputError, OutsideError

DONE, INPUT_ERROR, WRONG_USAGE, OUTSIDE_FAILED, INTERRUPTED = 0, 1, 2, 3, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="suunta", prog_name="suunta")
def commands() -> None:
    """A municipality's adopted strategy, followed promise by promise."""


COMMANDS = (
    *(read, phrases, lint, import_, assess, sources, rounds, report, demo, serve, worker, check),
    *(municipality, person, collect, observe, backup, restore),
)
for command in COMMANDS:
    commands.add_command(command)


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        commands.main(args=arguments, prog_name="suunta", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except InputError as error:
        for fault in error.faults:
            click.echo(f"error: {fault}", err=True)
        return INPUT_ERROR
    except OutsideError as error:
        click.echo(f"failed: {error}", err=True)
        return OUTSIDE_FAILED
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough (`| head`): nothing is wrong with the input.
        forget_output()
        return DONE
    except OSError as error:
        what, place = f"{error.strerror or error}.", str(error.filename or "")
        remedy = "Check the disk and who may write there, then try again."
        click.echo(f"failed: {Fault(what, place, remedy)}", err=True)
        forget_output()
        return OUTSIDE_FAILED
    return DONE


def forget_output() -> None:
    """Let what is still waiting for a stdout that takes nothing go nowhere, without a traceback."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """The entry point `suunta`."""
    sys.exit(run())
