"""What stands under a figure: one line that counts sources and notes, and opens them."""

import datetime
import html
from collections.abc import Iterator, Sequence

import streamlit as st

from components.card.tools import label
from components.exports.files import period
from components.find.entry import Goal
from components.language import Language
from components.language.parts import marked
from components.phrases.columns import column
from components.phrases.licences import licence_name
from components.phrases.references import source_name
from components.session.links import address_of
from components.view import Remark, View
from data.kept import kept
from data.provenance import source


def foot(view: View, lang: Language, key: str) -> None:
    """Show the line under a figure; what it opens is written when it is opened."""
    line = _written(view, lang)
    if not line:
        return
    place = st.popover(
        label(line, lang.text("Sources and notes: {title}", title=view.title)),
        type="tertiary",
        key=f"foot-{key}",
        on_change="rerun",
        wrap=True,
    )
    if place.open:
        place.html(notes_html(view, lang))


def foot_line(view: View, lang: Language) -> str:
    """Return the line under a figure: sources, how the figures are known, when, notes."""
    parts = (
        _sources(view, lang),
        _status(view, lang),
        period(view) if view.sources else "",
        *_counts(view, lang),
    )
    return " · ".join(part for part in parts if part)


_written = kept(entries=600)(foot_line)  # a view is shared, and so is what is written of it


def _sources(view: View, lang: Language) -> str:
    if not view.sources:
        return ""
    first, more = source_name(lang, view.sources[0]), len(view.sources) - 1
    if not more:
        return first
    return lang.text("{source} + {n} more", source=first, n=lang.number(more))


def _status(view: View, lang: Language) -> str:
    """Return how the figures are known, where that is the same of all and no matter of course."""
    heading, usual = column(lang, "obs_status").label, lang.label("obs_statuses", "normal")
    for one in view.table.columns:
        if one.label == heading:
            told = view.table.rows[one.name].dropna().unique()
            if len(told) == 1 and told[0] == lang.label("obs_statuses", "estimated"):
                return lang.text("estimate")
            if len(told) == 1 and told[0] != usual:
                return str(told[0]).lower()
    return ""


def _counts(view: View, lang: Language) -> Iterator[str]:
    cautions = len({r.text for r in view.remarks if r.level == "warning"})
    notes = len({r.text for r in view.remarks if r.level != "warning"} | set(view.notes))
    if cautions:
        n = lang.number(cautions)
        yield lang.plural("{n} caution", "{n} cautions", cautions, n=n)
    if notes:
        yield lang.plural("{n} note", "{n} notes", notes, n=lang.number(notes))


def notes_html(view: View, lang: Language) -> str:
    """Return what the line opens: notes on the whole, then each source with its own."""
    own = [r for r in view.remarks if r.source not in view.sources]
    said = (marked(one, lang.data_code) for one in (*view.notes, view.credit))
    whole = [*said, *_remarks(own, lang)]
    parts = [_list(whole)]
    for source_id in view.sources:
        remarks = [r for r in view.remarks if r.source == source_id]
        parts.append(_source(source_id, remarks, lang))
    return f"<div class='atlas-notes'>{''.join(parts)}</div>"


def _list(items: Sequence[str]) -> str:
    told = "".join(f"<li>{item}</li>" for item in items if item)
    return f"<ul>{told}</ul>" if told else ""


def _remarks(remarks: Sequence[Remark], lang: Language) -> list[str]:
    """Write remarks, each once, with what they bear on; cautions come first."""
    bearing: dict[tuple[str, str], list[str]] = {}
    for one in sorted(remarks, key=lambda remark: remark.level != "warning"):
        bearing.setdefault((one.level, one.text), []).append(one.about)
    written = []
    for (level, text), about in bearing.items():
        places = "; ".join(dict.fromkeys(about)) if all(about) else ""
        caution = lang.text("Caution") if level == "warning" else ""
        head = ". ".join(part for part in (caution, places) if part)
        strong = f"<strong>{marked(head, lang.data_code)}.</strong> " if head else ""
        written.append(strong + marked(text, lang.data_code))
    return written


def _source(source_id: str, remarks: Sequence[Remark], lang: Language) -> str:
    found = source(source_id)
    name, title, publisher, licence, checked = (
        marked(words, lang.data_code)
        for words in (
            lang.pick(found.short),
            lang.pick(found.title),
            lang.pick(found.publisher),
            licence_name(lang, found.licence["name"]),
            lang.pick(found.verified),
        )
    )
    link = (
        f"<a href='{html.escape(found.url)}' target='_blank' rel='noopener noreferrer'>{title}</a>"
    )
    rows = (
        (lang.text("Source"), link),
        (lang.text("Publisher"), publisher),
        (lang.text("Version"), marked(found.version, lang.data_code)),
        (lang.text("Read on"), lang.date(datetime.date.fromisoformat(found.read))),
        (lang.text("Licence"), licence),
        (lang.text("Cite as"), marked(found.citation, lang.data_code)),
        (lang.text("How it was checked"), checked),
    )
    told = "".join(f"<dt>{html.escape(head)}</dt><dd>{text}</dd>" for head, text in rows if text)
    notes = _list(_remarks(remarks, lang))
    head, entry = f"<p><strong>{name}</strong></p>", _entry(source_id, lang)
    return f"<section>{head}{notes}<dl>{told}</dl>{entry}</section>"


def _entry(source_id: str, lang: Language) -> str:
    """Write the way to the source's entry among all sources."""
    address = html.escape(address_of(Goal("sources", (("source", source_id),)), lang.code))
    words = html.escape(lang.text("All about this source"))
    return f"<p><a href='{address}' target='_self'>{words}</a></p>"
