"""What stands under and behind a figure: notes, sources, licences, caveats, as HTML."""

import datetime
import html

from components.language import Language
from components.phrases.licences import licence_name
from components.view import View
from data.provenance import source


def small_print_html(view: View, lang: Language) -> str:
    """Return what stands under a figure: notes, sources with links, credit."""
    parts = []
    if view.missing and view.figure is not None:
        parts.append(f"<p class='atlas-missing'>{html.escape(view.missing)}</p>")
    parts += [f"<p class='atlas-source'>{html.escape(note)}</p>" for note in view.notes]
    warnings = [r for r in view.remarks if r.level == "warning"]
    if warnings:
        told = lang.plural(
            "{n} caution about these figures: see About.",
            "{n} cautions about these figures: see About.",
            len(warnings),
            n=lang.number(len(warnings)),
        )
        parts.append(f"<p class='atlas-source'><strong>{html.escape(told)}</strong></p>")
    links = "; ".join(_source_link(s, lang) for s in view.sources)
    if links:
        parts.append(f"<p class='atlas-source'>{lang.text('Source: {names}', names=links)}</p>")
    if view.credit:
        parts.append(f"<p class='atlas-source'>{html.escape(view.credit)}</p>")
    return "".join(parts)


def _source_link(source_id: str, lang: Language) -> str:
    found = source(source_id)
    name = html.escape(lang.pick(found.short))
    return (
        f"<a href='{html.escape(found.url)}' target='_blank' rel='noopener noreferrer'>{name}</a> "
        f"({html.escape(licence_name(lang, found.licence['name']))})"
    )


def about_html(view: View, lang: Language) -> str:
    """Return the small print of a view: caveats, then each source in full."""
    parts = []
    if view.remarks:
        items = "".join(f"<li>{html.escape(r.text)}</li>" for r in view.remarks)
        title = html.escape(lang.text("How to read these figures"))
        parts.append(f"<strong>{title}</strong><ul class='atlas-remarks'>{items}</ul>")
    parts += [_source_html(source_id, lang) for source_id in view.sources]
    return f"<div class='atlas-about'>{''.join(parts)}</div>"


def _source_html(source_id: str, lang: Language) -> str:
    found = source(source_id)
    rows = (
        (lang.text("Source"), lang.pick(found.title)),
        (lang.text("Publisher"), lang.pick(found.publisher)),
        (lang.text("Version"), found.version),
        (lang.text("Read on"), lang.date(datetime.date.fromisoformat(found.read))),
        (lang.text("Licence"), licence_name(lang, found.licence["name"])),
        (lang.text("Cite as"), found.citation),
        (lang.text("How it was checked"), lang.pick(found.verified)),
    )
    told = "".join(
        f"<dt>{html.escape(name)}</dt><dd>{html.escape(text)}</dd>" for name, text in rows if text
    )
    return f"<dl>{told}</dl>"
