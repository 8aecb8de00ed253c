"""The document that the server sends for a page: Streamlit's own, with the page's head in it."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from babel.core import get_global

from components.frame.sheet import address as sheet_address
from components.language import LANGUAGES, Language, language
from components.navigation import PAGES, PageSpec, path_of, title_of
from components.web.address import page_address, preview_address
from components.web.early import CHARTED, early

WIDTH, HEIGHT = 1200, 630  # of a preview picture
LONGEST = 300  # letters of a description


@dataclass(frozen=True)
class Told:
    """What is said of a page before it runs.

    Attributes
    ----------
    spec : PageSpec
        The page.
    lang : Language
        The language.
    finding : str
        What its leading view says; empty where that cannot be had.
    root : str
        Address of the atlas.
    static : str
        Address of the static folder.
    """

    spec: PageSpec
    lang: Language
    finding: str
    root: str
    static: str

    @property
    def title(self) -> str:
        """Title of the document."""
        return title_of(self.spec, self.lang)

    @property
    def description(self) -> str:
        """The finding, and the question that the page answers."""
        question = self.lang.text(self.spec.question)
        told = f"{self.finding.rstrip('.')}. {question}" if self.finding else question
        return told[:LONGEST]


def document(sent: str, told: Told) -> str:
    """Return the document of a page.

    Parameters
    ----------
    sent : str
        The document that Streamlit sends for every page.
    told : Told
        What is said of this one.
    """
    shell = sent
    icon = html.escape(f"{told.static}/brand/mark.svg")
    parts = {
        r'<html lang="[^"]*">': f'<html lang="{told.lang.data_code}">',
        r"<title>.*?</title>": _head(told),
        r'<link rel="shortcut icon"[^>]*>': f'<link rel="shortcut icon" href="{icon}">',
        r"<noscript>.*?</noscript>": f"<noscript>{_without_script(told)}</noscript>",
    }
    for pattern, instead in parts.items():
        found = re.search(pattern, shell, re.DOTALL)
        if found:
            shell = shell[: found.start()] + instead + shell[found.end() :]
    links = early(sent, told.spec.url in CHARTED)
    return shell.replace("</head>", f"{links}\n  </head>", 1)


def _head(told: Told) -> str:
    code = told.lang.data_code
    here = page_address(told.root, told.spec, code)
    image = preview_address(told.root, told.spec, code)
    parts = [f"<title>{html.escape(told.title)}</title>"]
    parts.append(f'<link rel="stylesheet" href="{html.escape(sheet_address())}">')
    parts.append(_link("canonical", here))
    for other in LANGUAGES:
        parts.append(_link("alternate", page_address(told.root, told.spec, other), other))
    parts.append(_link("alternate", page_address(told.root, told.spec), "x-default"))
    parts += [_meta("name", name, value) for name, value in _named(told)]
    graph = {
        "title": told.title,
        "description": told.description,
        "type": "website",
        "url": here,
        "site_name": told.lang.text("Central Asia Migration Atlas"),
        "image": image,
        "image:width": str(WIDTH),
        "image:height": str(HEIGHT),
        "image:alt": told.finding or told.title,
        "locale": _territory(code),
    }
    parts += [_meta("property", f"og:{name}", value) for name, value in graph.items()]
    others = (other for other in LANGUAGES if other != code)
    parts += [_meta("property", "og:locale:alternate", _territory(other)) for other in others]
    return "\n    ".join(parts)


def _named(told: Told) -> Iterable[tuple[str, str]]:
    yield "description", told.description
    yield "twitter:card", "summary_large_image"


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{html.escape(value)}">'


def _link(kind: str, address: str, lang: str = "") -> str:
    spoken = f' hreflang="{lang}"' if lang else ""
    return f'<link rel="{kind}"{spoken} href="{html.escape(address)}">'


def _territory(code: str) -> str:
    """Return a language with the land where it is mostly spoken, as ``ru_RU``."""
    parts = str(get_global("likely_subtags")[code]).split("_")
    return f"{code}_{parts[-1]}"


def _without_script(told: Told) -> str:
    lang = told.lang
    needs = lang.text(
        "The charts and maps of the atlas are drawn by scripts. Please allow them in your browser."
    )
    words = (f"<p>{html.escape(one)}</p>" for one in (told.description, needs))
    return f"<h1>{html.escape(told.title)}</h1>{''.join(words)}{_pages(told.root, lang)}"


def _pages(root: str, lang: Language) -> str:
    """Return links to all pages in a language, and to the start in the others."""
    items = [
        f'<li><a href="{html.escape(page_address(root, spec, lang.data_code))}">'
        f"{html.escape(lang.text(spec.title))}</a>: {html.escape(lang.text(spec.question))}</li>"
        for spec in PAGES
    ]
    items += [
        f'<li lang="{code}"><a href="{html.escape(page_address(root, PAGES[0], code))}">'
        f"{html.escape(customs.name)}</a></li>"
        for code, customs in LANGUAGES.items()
        if code != lang.data_code
    ]
    return f"<ul>{''.join(items)}</ul>"


LOOK = (
    ":root{color-scheme:light dark;font:16px/1.5 'Source Sans','Source Sans 3',Arial,sans-serif}"
    "body{max-width:46rem;margin:3rem auto;padding:0 1rem}a{color:inherit}"
    "img{display:block;width:3rem;margin-bottom:1.5rem}section+section{margin-top:2.5rem}"
    "h1{font:600 28px/32px 'Source Serif','Source Serif 4',Georgia,serif;margin:0}"
)


def not_found(root: str, static: str, first: Language) -> str:
    """Return the document for an address at which there is nothing, in the languages most read.

    Parameters
    ----------
    root, static : str
        Addresses of the atlas and of its static folder.
    first : Language
        The language of whoever asks; those in which nothing is missing follow.
    """
    whole = (code for code, customs in LANGUAGES.items() if not customs.rest)
    spoken = [first, *(language(code) for code in whole if code != first.data_code)]
    parts = []
    for lang in spoken:
        gone = lang.text("There is no page at this address")
        pages = lang.text("These are the pages of the atlas:")
        parts.append(
            f'<section lang="{lang.data_code}"><h1>{html.escape(gone)}</h1>'
            f"<p>{html.escape(pages)}</p>{_pages(root, lang)}</section>"
        )
    return _bare("".join(parts), first.text("There is no page at this address"), first, static)


def worded(words: str, lang: Language, root: str, static: str) -> str:
    """Return a document that says in words why there is nothing to show, and where to go.

    Parameters
    ----------
    words : str
        What is wrong.
    lang : Language
        The reader's language.
    root, static : str
        Addresses of the atlas and of its static folder.
    """
    pages = lang.text("These are the pages of the atlas:")
    inside = f"<h1>{html.escape(words)}</h1><p>{html.escape(pages)}</p>{_pages(root, lang)}"
    return _bare(inside, words, lang, static)


def _bare(inside: str, words: str, lang: Language, static: str) -> str:
    """Return a document that is none of the pages."""
    title = f"{words} – {lang.text('Central Asia Migration Atlas')}"
    icon = html.escape(f"{static}/brand/mark.svg")
    return (
        f'<!DOCTYPE html><html lang="{lang.data_code}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{html.escape(title)}</title>'
        f'<link rel="icon" href="{icon}"><style>{LOOK}</style></head>'
        f'<body><img src="{icon}" alt="">{inside}</body></html>'
    )


def robots(root: str) -> str:
    """Return what search engines may read: the pages, not what they are made of."""
    below = urlsplit(root).path
    closed = ("_stcore/", "healthz", "readyz", "find", "api/")
    refused = "".join(f"Disallow: {below}/{name}\n" for name in closed)
    told = f"Sitemap: {root}/sitemap.xml\n" if urlsplit(root).netloc else ""
    return f"User-agent: *\nAllow: {below}/\n{refused}{told}"


def sitemap(root: str) -> str:
    """Return the map of the site: each page in each language, with the others beside it."""
    told = []
    for spec in PAGES:
        beside = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" '
            f'href="{html.escape(page_address(root, spec, code))}"/>'
            for code in LANGUAGES
        )
        told += [
            f"<url><loc>{html.escape(page_address(root, spec, code))}</loc>{beside}</url>"
            for code in LANGUAGES
        ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">{"".join(told)}</urlset>\n'
    )


def paths() -> dict[str, PageSpec]:
    """Return the pages by their path."""
    return {path_of(spec): spec for spec in PAGES}
