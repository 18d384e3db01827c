"""Serving the pages, and the demo that needs nothing else."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import click

from suunta.cli.django import store
from suunta.cli.output import progress, say
from suunta.core.definitions import folder
from suunta.core.errors import Fault, OutsideError

HOST = "127.0.0.1"
port_option = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Port to serve on.",
)
worker_option = click.option(
    "--no-worker", is_flag=True, help="Serve pages alone: `suunta worker` runs elsewhere."
)


@click.command()
@click.option("--no-serve", is_flag=True, help="Load the examples and stop.")
@port_option
@worker_option
def demo(no_serve: bool, port: int, no_worker: bool) -> None:
    """Load both example towns into the store, then serve them on the loopback address."""
    if not no_serve:
        refuse_busy(port)
    with store():
        from suunta.jobs.demo_people import renew_demo_people
        from suunta.jobs.demo_round import renew_demo_round
        from suunta.jobs.load_example import load_example

        slugs = []
        for example in sorted(path for path in folder("examples").iterdir() if path.is_dir()):
            with progress(f"Loading {example.name}") as report:
                slugs.append(load_example(example, report))
        people = renew_demo_people(slugs)
        links = [link for slug in slugs for link in renew_demo_round(slug)]
        collect_static()
    say("\nSign in to the desk as one of these people (new passwords at every start of the demo):")
    for person in people:
        say(f"  {person.username:24} {person.password}   {person.role}")
    if links:
        say("\nAnswer the open reporting round as one of these owners (the letters that they got):")
    for link in links:
        say(f"  {link.name:24} {with_port(link.address, port)}")
    if not no_serve:
        say(f"\nOpen http://{HOST}:{port}/ - stop with Ctrl-C.\n")
        run_server(port, worker=not no_worker)


def with_port(address: str, port: int) -> str:
    """An address of this machine, on the port that the demo serves."""
    return address.replace(f"//{HOST}:8000/", f"//{HOST}:{port}/", 1)


@click.command()
@port_option
@worker_option
def serve(port: int, no_worker: bool) -> None:
    """Serve the pages on the loopback address; a web server in front brings them to the world.

    A worker that reads uploaded documents runs beside the server and stops with it.
    """
    refuse_busy(port)
    with store():
        collect_static()
    say(f"Serving http://{HOST}:{port}/ - stop with Ctrl-C.")
    run_server(port, worker=not no_worker)


@click.command()
@click.option("--beside", type=int, hidden=True, help="Stop when this parent process is gone.")
def worker(beside: int | None) -> None:
    """Do the long work: read the documents that people upload. Stops with Ctrl-C."""
    with store(migrate=beside is None):
        from suunta.jobs.worker import Worker

        if beside is None:
            say("Working - stop with Ctrl-C.")
        Worker(beside).run()


def refuse_busy(port: int) -> None:
    """Say early that the port is taken, instead of after the examples were loaded."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise OutsideError(
                Fault(
                    f"cannot listen: {error.strerror}", f"{HOST}:{port}", "Choose another --port."
                )
            ) from error


def collect_static() -> None:
    """Gather style sheets and fonts under the data folder, named by their content."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def run_server(port: int, *, worker: bool) -> None:
    """Become gunicorn: two processes of four threads suit the two cores of a small server."""
    sys.stderr.flush()
    if worker:
        start_worker()
    arguments = [
        *(sys.executable, "-m", "gunicorn", "suunta.config.wsgi:application"),
        *("--bind", f"{HOST}:{port}", "--workers", "2", "--threads", "4", "--preload"),
        *("--log-level", "warning", "--forwarded-allow-ips", HOST),
    ]
    os.execv(sys.executable, arguments)  # noqa: S606 - a fixed command line, no shell


def start_worker() -> None:
    """Start a worker that stops when this process does, which keeps its id as gunicorn."""
    run = "from suunta.cli import main; main()"
    command = [sys.executable, "-P", "-c", run, "worker", "--beside", str(os.getpid())]
    subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - a fixed line, no shell
