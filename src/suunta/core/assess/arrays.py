"""Shared by every statistic: what goes in is checked, what comes out is numpy floats."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
# A scalar in gives a numpy scalar out, an array in gives an array out.
Estimate = np.float64 | Floats


def floats(value: ArrayLike, name: str) -> Floats:
    """The argument as an array of floats; None is NaN.

    Raises: ValueError naming the argument where it is no number or infinite.
    """
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be numbers") from error
    if np.isinf(array).any():
        raise ValueError(f"{name} must be finite")
    return array


def refuse(impossible: Bools | bool, name: str, rule: str) -> None:
    """Raise ValueError naming the argument where any value is impossible. NaN never is."""
    if np.any(impossible):
        raise ValueError(f"{name} {rule}")


def tail_of(confidence: float) -> float:
    """Probability of one tail: .025 for a confidence of .95.

    Raises: ValueError where confidence is not between 0 and 1.
    """
    refuse(not 0 < confidence < 1, "confidence", "must be between 0 and 1")
    return (1 - confidence) / 2


def normal_quantile(confidence: float) -> float:
    """z of a two-sided interval: 1.959964 for .95."""
    return float(-ndtri(tail_of(confidence)))


def scalar_or_array(value: ArrayLike) -> Estimate:
    """A numpy float for a single number, an array otherwise."""
    array = np.asarray(value, dtype=np.float64)
    return np.float64(array) if array.ndim == 0 else array
