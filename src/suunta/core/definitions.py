"""Where the files are that domain experts edit: `definitions/` and `examples/`.

Found through the package, never through the current folder: an installed wheel carries copies as
`_definitions` and `_examples`, a checkout has the folders at its root.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def folder(name: str) -> Path:
    """The folder `definitions` or `examples`."""
    installed = PACKAGE / f"_{name}"
    return installed if installed.is_dir() else PACKAGE.parents[1] / name


def load_yaml(path: Path) -> Any:
    """The content of a YAML file, by the C parser where there is one."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
