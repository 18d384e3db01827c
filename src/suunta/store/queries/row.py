"""A row of a query: values by column."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
