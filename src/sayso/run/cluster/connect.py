"""Joining a cluster of Ray, or beginning one on this machine for as long as one reads."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sayso.records.errors import UsageError

# Ray tells its makers of its use unless it is told not to before it is loaded; sayso calls nobody.
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
# Else Ray hides the devices from tasks that ask for none, with a warning that nobody here needs.
os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
# Else Ray gives its workers way to everything else on the machine; local workers do not, either.
os.environ.setdefault("RAY_worker_niceness", "0")

try:
    import ray
except ImportError as error:
    raise UsageError(
        "Ray is not installed", hint='pip install "sayso[cluster]", or read without --on'
    ) from error

from sayso.run.cluster.executor import Cluster

HERE = "ray"
AT = "ray://"


@contextmanager
def joined(on: str, workers: int | None = None) -> Iterator[Cluster]:
    """An executor for ``ray`` (a cluster of this machine, with ``workers`` cores or all of them)
    or ``ray://ADDRESS`` (one that runs: the address of its head, or ``auto``); left at the end.

    Raises UsageError where the name is another, Ray is missing, or there is no cluster.
    """
    if on != HERE and not on.startswith(AT):
        raise UsageError(
            f"sayso cannot read on '{on}'", hint="say ray, or ray://ADDRESS for a running cluster"
        )
    address = on.removeprefix(AT) if on != HERE else "local"
    # A cluster that runs already has its cores and its dashboard.
    options: dict[str, Any] = {"num_cpus": workers, "include_dashboard": False}
    try:
        ray.init(
            address=address,
            logging_level=logging.ERROR,
            log_to_driver=False,
            **(options if on == HERE else {}),
        )
    except Exception as error:
        # Where a machine is too busy for a cluster to come up, Ray raises nothing more special.
        raise _missing(on, address) from error
    try:
        yield Cluster(workers if on == HERE else None)
    finally:
        ray.shutdown()


def _missing(on: str, address: str) -> UsageError:
    if on == HERE:
        return UsageError(
            "no cluster of Ray came up on this machine",
            hint="it may be too busy: try again later, or read without --on",
        )
    return UsageError(
        f"there is no cluster of Ray at '{address}'",
        hint="start it (ray start --head), and give the address that it prints",
    )
