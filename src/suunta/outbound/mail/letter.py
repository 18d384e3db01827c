"""A letter: the same words as plain text and as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    '</head><body style="margin:0;padding:24px;background:#f7f6f2;color:#14202b;'
    'font:17px/1.5 Arial,sans-serif"><div style="max-width:34em;margin:0 auto;padding:24px;'
    'background:#fff;border:1px solid #d8d9d4">{body}</div></body></html>'
)
BUTTON = (
    '<p style="margin:24px 0"><a href="{url}" style="display:inline-block;padding:14px 22px;'
    'background:#0f4c6b;color:#fff;text-decoration:none;font-weight:bold">{words}</a></p>'
    '<p style="font-size:14px;color:#46545f;overflow-wrap:anywhere">{url}</p>'
)


@dataclass(frozen=True)
class Letter:
    """What is sent to one person. blocks: a paragraph, a list of lines, or a Link."""

    to: str
    language: str
    subject: str
    blocks: Sequence[str | Sequence[str] | Link]

    @property
    def plain(self) -> str:
        """The letter as text."""
        return "\n\n".join(plain_block(block) for block in self.blocks) + "\n"

    @property
    def html(self) -> str:
        """The letter as HTML, without pictures and scripts: nothing is fetched when it is read."""
        body = "".join(html_block(block) for block in self.blocks)
        return PAGE.format(language=self.language, title=escape(self.subject), body=body)


@dataclass(frozen=True)
class Link:
    """The one thing to do."""

    url: str
    words: str


def plain_block(block: str | Sequence[str] | Link) -> str:
    """A block as text."""
    if isinstance(block, Link):
        return block.url
    return block if isinstance(block, str) else "\n".join(f"- {line}" for line in block)


def html_block(block: str | Sequence[str] | Link) -> str:
    """A block as HTML."""
    if isinstance(block, Link):
        return BUTTON.format(url=escape(block.url), words=escape(block.words))
    if isinstance(block, str):
        return f"<p>{escape(block)}</p>"
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in block)}</ul>"
