"""The interface on a page for people: one document without scripts that loads nothing."""

import html
import re
from typing import Any

from components.language import N_, Language
from components.session.memory import LANG

API = "/api"
LOOK = (
    ":root{color-scheme:light dark;font:16px/1.5 'Source Sans','Source Sans 3',Arial,sans-serif}"
    "body{max-width:58rem;margin:2.5rem auto;padding:0 1rem}a{color:inherit}"
    "h1,h2{font-family:'Source Serif','Source Serif 4',Georgia,serif;line-height:1.2}"
    "h2{font-size:1.25rem;margin:2.2rem 0 .5rem}code,pre{font:14px/1.5 monospace}"
    "pre{overflow-x:auto;padding:.75rem 1rem;border:1px solid;border-radius:.4rem}"
    "dt{margin-top:.6rem}dd{margin:0 0 0 1.5rem}code{overflow-wrap:anywhere}"
    "summary{cursor:pointer}.names{line-height:2}.names a{margin-right:.9rem}"
)
WAYS = {
    "R": 'library(jsonlite)\nview <- fromJSON("{root}/api/views/ranked?countries=TJK")\n'
    'rows <- read.csv("{root}/api/tables/migrant_stocks?origin=TJK&year=2024&_format=csv")',
    "Python": "import pandas as pd\n"
    'address = "{root}/api/tables/migrant_stocks?origin=TJK&year=2024&_format=csv"\n'
    "rows = pd.read_csv(address)",
    "curl": "curl '{root}/api/tables'\n"
    "curl '{root}/api/tables/returns?host=DEU&_by=origin,year&_how=count'\n"
    "curl -o ranked.csv '{root}/api/views/ranked?countries=TJK&_format=csv'",
}
INTRO = N_(
    "All tables, views and sources of the atlas for programs, read-only: JSON, CSV and SDMX-CSV. "
    "Every answer names its sources with licence and citation, and the cautions that bear on it."
)
WRONG = {
    400: N_("An unknown name, no number, or no such form."),
    404: N_("There is no such table, view, source or list."),
    422: N_("Understood, and refused with the reason, such as a sum that would mean nothing."),
    429: N_("Too many requests; “Retry-After” says in how many seconds to ask again."),
    503: N_("The data cannot be read, or others are being answered."),
}


def page(openapi: dict[str, Any], lang: Language, root: str, static: str) -> str:
    """Return the page.

    Parameters
    ----------
    openapi : dict
        The description of the interface.
    lang : Language
        The reader's language.
    root, static : str
        Addresses of the atlas and of its static folder.
    """
    title, atlas = lang.text("Data interface"), lang.text("Central Asia Migration Atlas")
    described = lang.text("Described by OpenAPI")
    parts = [
        f"<p><a href='{_safe(root) or '/'}'>{_safe(atlas)}</a></p><h1>{_safe(title)}</h1>",
        f"<p>{_safe(lang.text(INTRO))}</p>",
        f"<p>{_safe(described)}: <a href='{_safe(root)}/api/openapi.json'><code>"
        "/api/openapi.json</code></a></p>",
        *_ways(root),
        *(_operation(path, told["get"], lang, root) for path, told in openapi["paths"].items()),
        _wrong(lang),
    ]
    return (
        f"<!doctype html><html lang='{lang.data_code}'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width,initial-scale=1'>"
        f"<link rel='icon' href='{_safe(static)}/brand/mark.svg'>"
        f"<title>{_safe(title)} – {_safe(atlas)}</title><style>{LOOK}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>"
    )


def _ways(root: str) -> list[str]:
    return [
        f"<h2>{name}</h2><pre><code>{_safe(lines.format(root=root))}</code></pre>"
        for name, lines in WAYS.items()
    ]


def _operation(path: str, told: dict[str, Any], lang: Language, root: str) -> str:
    """Return an address with what can be asked there; one without a blank is a link."""
    shown = f"<code>GET {_safe(path)}</code>"
    if "{" not in path:
        shown = f"<a href='{_safe(root + path)}'>{shown}</a>"
    rows = [
        f"<dt><code>{_safe(one['name'])}</code></dt><dd>{_safe(lang.text(one['description']))}</dd>"
        for one in told["parameters"]
        if one["in"] == "query" and (one["name"] != LANG or path == API)
    ]
    ident = re.sub(r"[^a-z]+", "-", path).strip("-")
    words = _safe(lang.text(told["summary"]))
    names = [one["schema"].get("enum", []) for one in told["parameters"] if one["in"] == "path"]
    listed = _names(path, names[0], lang, root) if names else ""
    return f"<h2 id='{ident}'>{words}</h2><p>{shown}</p>{listed}<dl>{''.join(rows)}</dl>"


def _names(path: str, names: list[str], lang: Language, root: str) -> str:
    """Return what can stand in the blank of an address, each as a link."""
    before, after = re.split(r"\{.*?\}", path)
    links = "".join(
        f"<a href='{_safe(f'{root}{before}{name}{after}')}'><code>{_safe(name)}</code></a> "
        for name in names
    )
    count = lang.plural("{n} name", "{n} names", len(names), n=lang.number(len(names)))
    return f"<details><summary>{_safe(count)}</summary><p class='names'>{links}</p></details>"


def _wrong(lang: Language) -> str:
    rows = "".join(
        f"<dt id='problem-{status}'>{status}</dt><dd>{_safe(lang.text(words))}</dd>"
        for status, words in WRONG.items()
    )
    head = lang.text("When there is no answer")
    told = lang.text("Instead of an answer comes a sentence in your language (RFC 9457).")
    return f"<h2>{_safe(head)}</h2><p>{_safe(told)}</p><dl>{rows}</dl>"


def _safe(text: str) -> str:
    return html.escape(text)
