"""What the kernel is given, checked and brought to full shape."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from suunta.core.assess.arrays import Bools, Floats, floats, refuse

Scalar = TypeVar("Scalar", bound=np.generic)


class Inputs(NamedTuple):
    """The kernel's parameters as arrays: (m, w) for the first three, (m,) for all others."""

    times: Floats
    values: Floats
    variances: Floats
    targets: Floats
    far_targets: Floats
    deadlines: Floats
    deadline_starts: Floats
    directions: Floats
    lows: Floats
    highs: Floats
    low95: Floats
    high95: Floats
    today: Floats
    reporting_periods: Floats
    newest_times: Floats
    strict: Bools
    baseline_only: Bools
    suppressed: Bools


def check_inputs(
    times: ArrayLike,
    values: ArrayLike,
    variances: ArrayLike,
    columns: dict[str, ArrayLike],
    flags: dict[str, ArrayLike],
) -> Inputs:
    """Check and broadcast what `kernel.assess` was given; its docstring names the parameters.

    Raises: ValueError naming the argument that is impossible or does not fit the others.
    """
    t, y = np.atleast_2d(floats(times, "times")), np.atleast_2d(floats(values, "values"))
    refuse(t.shape != y.shape or t.ndim != 2, "times", "and values must have one shape (m, 10)")
    v = _spread(floats(variances, "variances"), t.shape, "variances")
    wide = {name: _spread(floats(a, name), t.shape[:1], name) for name, a in columns.items()}
    wide["lows"] = np.where(np.isnan(wide["lows"]), -np.inf, wide["lows"])
    wide["highs"] = np.where(np.isnan(wide["highs"]), np.inf, wide["highs"])
    yes = {
        name: _spread(np.asarray(flag, dtype=np.bool_), t.shape[:1], name)
        for name, flag in flags.items()
    }
    given = Inputs(
        times=t,
        values=y,
        variances=v,
        strict=yes["strict"],
        baseline_only=yes["baseline_only"],
        suppressed=yes["suppressed"],
        **wide,
    )
    _refuse_impossible(given)
    return given


def _refuse_impossible(given: Inputs) -> None:
    refuse(given.variances < 0, "variances", "must not be negative")
    refuse(given.lows > given.highs, "lows", "must not be above highs")
    refuse(given.targets > given.far_targets, "far_targets", "must not be below targets")
    signs = given.directions
    refuse(~np.isnan(signs) & (np.abs(signs) != 1), "directions", "must be +1 or -1")
    needed = np.isnan(signs) & ~np.isnan(given.targets) & np.isnan(given.far_targets)
    refuse(needed, "directions", "must be known where there is a target")


def _spread(array: NDArray[Scalar], shape: tuple[int, ...], name: str) -> NDArray[Scalar]:
    try:
        return np.broadcast_to(array, shape)
    except ValueError as error:
        raise ValueError(f"{name} must have one entry a measure") from error
