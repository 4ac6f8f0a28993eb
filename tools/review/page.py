"""The review sheet as one printable page."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

STYLE = """
:root { --ink: #23211f; --soft: #6d675f; --line: #d9d3c9; --paper: #fbf9f5; --mark: #8a2b2b; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 28px 64px; max-width: 1180px;
  background: var(--paper); color: var(--ink);
  font: 15px/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif; }
h1 { font: 600 30px/1.2 Georgia, serif; margin: 0 0 8px; }
h2 { font: 600 22px/1.3 Georgia, serif; margin: 40px 0 8px; padding-top: 16px;
  border-top: 2px solid var(--ink); }
p, ul { margin: 6px 0; } .lead { max-width: 46em; color: var(--soft); }
nav a { display: inline-block; margin: 2px 10px 2px 0; color: var(--ink); }
article { display: grid; grid-template-columns: 340px 1fr; gap: 20px; padding: 16px 0;
  border-top: 1px solid var(--line); break-inside: avoid; }
h3 { margin: 0; font: 600 18px/1.3 Georgia, serif; } h3 small { font: 14px sans-serif; color: var(--soft); }
code { display: block; margin: 6px 0; padding: 4px 8px; background: #f0ece4; border-radius: 4px;
  font: 12px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
.tag { display: inline-block; margin: 2px 6px 2px 0; padding: 0 8px; border: 1px solid currentcolor;
  border-radius: 9px; font-size: 12px; color: var(--soft); }
.own { color: var(--mark); } .other { color: #106e46; }
.steps { margin: 6px 0 6px 18px; padding: 0; }
figure { display: inline-block; margin: 0 8px 8px 0; width: 240px; }
figure img { width: 240px; height: 240px; border: 1px solid var(--line); border-radius: 6px; }
figcaption { font-size: 12px; color: var(--soft); } .none { color: var(--soft); font-style: italic; }
.sign { display: grid; grid-template-columns: auto 1fr; gap: 2px 8px; margin-top: 8px; font-size: 12px;
  color: var(--soft); } .sign span { border-bottom: 1px solid var(--soft); height: 18px; }
.who { display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px; margin: 16px 0; }
.who div { border-top: 1px solid var(--ink); padding-top: 2px; font-size: 12px; margin-top: 28px; }
@media print { body { background: #fff; padding: 0; max-width: none; font-size: 11px; }
  nav { display: none; } h2 { break-before: page; }
  figure, figure img { width: 44mm; } figure img { height: 44mm; }
  article { grid-template-columns: 62mm 1fr; } @page { size: A4; margin: 12mm; } }
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One point or landmark on the sheet; ``pictures`` by the name of the body."""

    anchor: str
    title: str
    subtitle: str
    rule: str
    tags: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    steps: tuple[str, ...]
    pictures: Mapping[str, str]
    without: str = ""


def page(title: str, lead: Iterable[str], groups: Mapping[str, tuple[Entry, ...]]) -> str:
    """Return the whole page."""
    links = "".join(
        f'<a href="#{_slug(name)}">{html.escape(name)} ({len(rows)})</a>' for name, rows in groups.items()
    )
    body = "".join(_group(name, rows) for name, rows in groups.items())
    sign = "".join(f"<div>{word}</div>" for word in ("Name", "Qualification", "Date and signature"))
    text = "".join(f'<p class="lead">{html.escape(line)}</p>' for line in lead)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f"<style>{STYLE}</style><h1>{html.escape(title)}</h1>{text}"
        f'<div class="who">{sign}</div><nav>{links}</nav>{body}</html>'
    )


def _group(name: str, rows: tuple[Entry, ...]) -> str:
    sign = "".join(f"<div>{word}</div>" for word in ("Name", "Qualification", "Date and signature"))
    inside = "".join(_entry(row) for row in rows)
    return f'<h2 id="{_slug(name)}">{html.escape(name)}</h2>{inside}<div class="who">{sign}</div>'


def _entry(row: Entry) -> str:
    tags = "".join(f'<span class="tag {kind}">{html.escape(text)}</span>' for kind, text in row.tags)
    sentences = "".join(f"<p>{html.escape(text)}</p>" for text in row.sentences)
    steps = "".join(f"<li>{html.escape(text)}</li>" for text in row.steps)
    steps = f'<ol class="steps">{steps}</ol>' if steps else ""
    pictures = "".join(
        f'<figure><img loading="lazy" alt="{html.escape(row.title)}, {html.escape(name)}" src="{uri}">'
        f"<figcaption>{html.escape(name)}</figcaption></figure>"
        for name, uri in row.pictures.items()
    )
    pictures = pictures or f'<p class="none">{html.escape(row.without)}</p>'
    sign = '<div class="sign">Right place?<span></span>Remarks<span></span>Initials, date<span></span></div>'
    return (
        f'<article id="{html.escape(row.anchor)}"><div><h3>{html.escape(row.title)} '
        f"<small>{html.escape(row.subtitle)}</small></h3><code>{html.escape(row.rule)}</code>"
        f"{tags}{sentences}{steps}{sign}</div><div>{pictures}</div></article>"
    )


def _slug(name: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in name.lower())
