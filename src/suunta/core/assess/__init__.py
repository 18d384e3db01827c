"""Numbers to verdicts: the assessment kernel and the statistics around it.

`assess` is the kernel on dense arrays; `measure` assesses measures as the documents hold them.
"""

from __future__ import annotations

from suunta.core.assess.kernel import Columns, assess

__all__ = ["Columns", "assess"]
