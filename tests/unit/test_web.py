"""What the server says before a page runs: heads, previews, map of the site, 404."""

import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle, product
from typing import Any

import pytest
from PIL import Image

from components.context import RenderContext
from components.controls.places import Place, built
from components.find.words import LONGEST
from components.frame import sheet, shell
from components.frame.footer import cited, footer_html
from components.language import LANGUAGES, language
from components.navigation import PAGES, path_of, title_of
from components.phrases.places import corridor
from components.web import address, routes
from components.web import finding as web_finding
from components.web.preview import CANVAS, finding
from data.citation import citation, last_read
from data.errors import DataError
from data.provenance import source, source_ids
from tests.opening import ROOT
from tests.served import HOST, ask
from tests.support import WHOLE

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
each_page = pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url)
SPOKEN_IN = dict(zip(LANGUAGES, ("US", "RU", "KZ", "KG", "TJ", "TM", "UZ"), strict=True))
each_language = pytest.mark.parametrize("code", LANGUAGES)


class Head(HTMLParser):
    """What a document says of itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lang, self.title, self.noscript = "", "", ""
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = told["lang"]
        elif tag == "meta" and "content" in told:
            self.meta[told.get("property") or told.get("name", "")] = told["content"]
        elif tag == "link":
            self.links[f"{told['rel']} {told.get('hreflang', '')}".strip()] = told["href"]
        elif tag in ("title", "noscript"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside:
            setattr(self, self._inside, getattr(self, self._inside) + data)


@pytest.fixture(autouse=True)
def no_setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(address.SETTING, raising=False)
    yield


@pytest.fixture
def below(monkeypatch: pytest.MonkeyPatch) -> str:
    """A server that stands below a path."""
    monkeypatch.setattr(shell.st, "get_option", lambda name: "here/atlas")
    return "/here/atlas"


@each_language
@each_page
def test_the_document_says_what_the_page_is(spec, code):
    lang = language(code)
    path = path_of(spec)
    answer = ask(path, f"lang={code}")
    head = Head(answer.text)
    assert answer.status == 200
    assert head.lang == code
    assert head.title == title_of(spec, lang) == head.meta["og:title"]
    assert lang.text(spec.title) in head.title or spec.default
    assert finding(spec, lang).rstrip(".") in head.meta["description"]
    assert lang.text(spec.question) in head.meta["description"]
    cyrillic = LANGUAGES[code].script == "Cyrl"
    assert bool(CYRILLIC.search(head.meta["description"])) == cyrillic
    assert head.meta["og:description"] == head.meta["description"]
    assert len(head.meta["description"]) <= 300
    assert head.meta["og:locale"] == f"{code}_{SPOKEN_IN[code]}"
    assert head.links["canonical"] == f"https://{HOST}{path}?lang={code}" == head.meta["og:url"]
    for other in LANGUAGES:
        assert head.links[f"alternate {other}"] == f"https://{HOST}{path}?lang={other}"
    assert head.links["alternate x-default"] == f"https://{HOST}{path}"
    assert head.links["shortcut icon"] == "/app/static/brand/mark.svg"
    assert "Streamlit" not in head.title + head.noscript + head.meta["description"]
    assert all(lang.text(one.title) in head.noscript for one in PAGES)
    assert '<div id="root">' in answer.text
    assert answer.text.count("<title>") == 1


def test_no_two_pages_have_one_title_or_description():
    asked = product(map(path_of, PAGES), LANGUAGES)
    heads = [Head(ask(path, f"lang={code}").text) for path, code in asked]
    assert len({head.title for head in heads}) == len(heads)
    assert len({head.meta["description"] for head in heads}) == len(heads)


def test_without_a_language_in_the_address_the_browsers_counts():
    assert Head(ask("/avrr", accept="ru-RU,ru;q=0.9,en;q=0.8").text).lang == "ru"
    assert Head(ask("/avrr", accept="tg,ru;q=0.5").text).lang == "ru"
    assert Head(ask("/avrr", "lang=tg", accept="en").text).lang == "tg"
    assert Head(ask("/avrr", accept="de,ru;q=0.5").text).lang == "en"
    assert Head(ask("/avrr", "lang=EN", accept="ru").text).lang == "en"
    assert Head(ask("/avrr", "lang=%22%3E%3Cscript%3E", accept="").text).lang == "en"


@pytest.mark.parametrize(
    ("spec", "code"),
    list(zip(PAGES, cycle(LANGUAGES))),
    ids=[spec.url for spec in PAGES],
)
def test_the_preview_is_a_picture_of_the_size_that_is_promised(spec, code):
    head = Head(ask(path_of(spec), f"lang={code}").text)
    path = head.meta["og:image"].removeprefix(f"https://{HOST}")
    answer = ask(path)
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/png"
    image = Image.open(io.BytesIO(answer.body))
    assert image.size == (CANVAS.width, CANVAS.height)
    assert image.size == (int(head.meta["og:image:width"]), int(head.meta["og:image:height"]))
    shades = image.convert("L").getcolors(256) or []
    assert sum(n for n, shade in shades if shade < 96) > 3_000, "hardly anything is written on it"
    assert len(answer.body) < 500_000


@pytest.mark.parametrize("name", ["nowhere-en", "avrr-xx", "avrr", "-en", "start-qps"])
def test_there_is_no_preview_of_what_is_no_page(name):
    assert ask(f"/preview/{name}.png").status == 404


@pytest.mark.parametrize("path", ["/nowhere", "/start", "/en/avrr", "/avrr/more", "/index.html"])
@each_language
def test_an_unknown_address_is_not_found_in_the_language_and_in_the_whole_ones(path, code):
    answer = ask(path, f"lang={code}")
    head = Head(answer.text)
    assert answer.status == 404
    assert head.lang == code
    assert "index." not in answer.text
    for lang in map(language, {code, *WHOLE}):
        assert lang.text("There is no page at this address") in answer.text
        assert all(lang.text(spec.title) in answer.text for spec in PAGES)
    assert answer.headers["content-length"] == str(len(answer.body))


def test_what_is_streamlits_stays_streamlits():
    assert ask("/_stcore/health").text == ask("/app/static/brand/none.svg").text == "ok"


@pytest.mark.parametrize("spec", PAGES[:2], ids=lambda spec: spec.url)
def test_a_document_asks_for_the_style_sheet_before_the_page_does(spec):
    assert f'<link rel="stylesheet" href="{sheet.address()}">' in ask(path_of(spec)).text
    answer = ask(sheet.address())
    assert answer.status == 200
    assert answer.text == sheet.sheet()
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
    assert ask("/style-00000000.css").text == sheet.sheet()  # of an older edition


def test_the_map_of_the_site_names_each_page_in_each_language():
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    answer = ask("/sitemap.xml")
    site = ET.fromstring(answer.text)  # noqa: S314 - our own
    told = {found.text for found in site.findall("s:url/s:loc", space)}
    assert told == {
        f"https://{HOST}{path_of(spec)}?lang={code}" for spec in PAGES for code in LANGUAGES
    }
    robots = ask("/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain")
    assert f"Sitemap: https://{HOST}/sitemap.xml\n" in robots.text


def test_below_a_path_everything_has_it(below):
    answer = ask(f"{below}/corridors", "lang=ru", base=below)
    head = Head(answer.text)
    assert answer.status == 200
    assert head.links["canonical"] == f"https://{HOST}{below}/corridors?lang=ru"
    assert head.links["shortcut icon"] == f"{below}/app/static/brand/mark.svg"
    assert ask(f"{below}/", base=below).status == 200
    assert ask(head.meta["og:image"].removeprefix(f"https://{HOST}"), base=below).status == 200
    assert ask(f"{below}/nowhere", base=below).status == 404
    for part in ("_stcore/", "api/"):
        assert f"Disallow: {below}/{part}\n" in ask("/robots.txt", base=below).text
    assert f"https://{HOST}{below}/avrr?lang=en" in ask(f"{below}/sitemap.xml", base=below).text


@pytest.mark.parametrize(
    "host", ['evil"><script>', "a b", "host/path", "user@host", "", "host:port", "x" * 300, "é"]
)
def test_a_host_that_cannot_be_one_is_not_repeated(host):
    head = Head(ask("/sdg", "lang=en", host=host).text)
    assert head.links["canonical"] == "/sdg?lang=en"
    assert "Sitemap" not in ask("/robots.txt", host=host).text


def test_the_setting_says_the_address_whatever_the_request_says(monkeypatch):
    monkeypatch.setenv(address.SETTING, "https://atlas.example/here/")
    head = Head(ask("/sdg", "lang=en", host="other.test").text)
    assert head.links["canonical"] == "https://atlas.example/here/sdg?lang=en"
    for nonsense in ("javascript:alert(1)", "https://", "atlas.example", "https://a.b/?x=1"):
        monkeypatch.setenv(address.SETTING, nonsense)
        assert Head(ask("/sdg", "lang=en").text).links["canonical"].startswith(f"https://{HOST}/")


def test_a_page_whose_data_are_not_there_still_has_a_head(monkeypatch):
    def broken(*_: Any) -> None:
        raise DataError("avrr", "gone")

    monkeypatch.setattr("components.cache.view", broken)
    head = Head(ask("/avrr", "lang=en").text)
    question = next(spec.question for spec in PAGES if spec.url == "avrr")
    assert head.meta["description"] == language("en").text(question)


# What was found


def found(query: str, base: str = "") -> dict[str, Any]:
    answer = ask(f"{base}/find", query, base)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    return json.loads(answer.text)


@each_language
def test_the_field_is_told_name_way_finding_and_address_of_what_was_found(code):
    told = found(f"q=TJK+RUS&lang={code}")
    first = told["hits"][0]
    assert told["sure"]
    assert told["said"].startswith(str(len(told["hits"])))
    assert first["href"] == f"/corridors?corridor=TJK-RUS&lang={code}"
    assert first["title"] == corridor(language(code), "TJK", "RUS")
    place = Place("corridors", "", (("corridor", "TJK-RUS"),))
    assert first["finding"] == built(place, RenderContext(code)).title
    card = found(f"q=10.7.3&lang={code}")["hits"][0]["href"]
    assert card == f"/sdg?closer=indicator&indicator=10.7.3&lang={code}#card-sdg-deaths"


def test_what_was_found_stands_below_the_path_of_the_server(monkeypatch):
    monkeypatch.setattr(routes, "base_path", lambda: "/atlas")
    monkeypatch.setattr("components.session.links.base_path", lambda: "/atlas")
    web_finding._answer.cache_clear()
    hits = found("q=visas&lang=en", "/atlas")["hits"]
    web_finding._answer.cache_clear()
    assert hits
    assert all(hit["href"].startswith("/atlas/") for hit in hits)


@each_language
def test_nothing_found_is_said_and_what_was_typed_stays_words(code):
    told = found(f"q=%3Cscript%3Ealert(1)%3C/script%3E&lang={code}")
    typed = "<script>alert(1)</script>"  # the field shows it as text
    nothing = language(code).text("Nothing found for “{question}”.", question=typed)
    assert not told["sure"]
    assert told["said"].startswith(nothing)


@pytest.mark.parametrize(
    "query", ["", "q=", "q=%00", "q=" + "a" * 5000, "q=%ff%fe", "lang=xx&q=visa", "q=a&q=b"]
)
def test_whatever_the_field_asks_is_answered(query):
    told = found(query)
    assert set(told) == {"said", "hits", "sure"}
    assert len(told["said"]) < 2 * LONGEST


def test_a_search_that_fails_says_so(monkeypatch):
    def broken(*_: Any) -> None:
        raise DataError("countries", "gone")

    monkeypatch.setattr(web_finding, "ready", broken)
    answer = ask("/find", "q=visa&lang=ru")
    assert answer.status == 503
    said = json.loads(answer.text)["said"]
    assert said.startswith(language("ru").text("The search does not work now."))


def test_the_script_of_the_field_is_sent_as_a_script():
    answer = ask("/find.js")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "export function startFinding" in answer.text


# The foot of a page


@each_language
def test_the_foot_says_what_the_citation_file_says(code):
    lang, atlas = language(code), citation()
    foot = footer_html(atlas, lang, "https://atlas.test/avrr")
    assert "role='contentinfo'" in foot
    for told in (atlas.version, atlas.licence, lang.date(atlas.released), lang.date(last_read())):
        assert told in foot
    assert cited(atlas, "https://atlas.test/avrr") in foot
    assert all(author in cited(atlas) for author in atlas.authors)
    assert "mailto:" not in foot, "no mail address is in the file"
    assert foot.count("href") == 1, "no address of the code is in the file"
    assert f"href='/api/docs?lang={code}'" in foot


def test_the_foot_says_more_where_the_file_does(tmp_path):
    told = (ROOT / "CITATION.cff").read_text("utf-8")
    more = 'repository-code: "https://code.test/atlas"\ncontact:\n  - email: who@atlas.test\n'
    path = tmp_path / "CITATION.cff"
    path.write_text(told + more, "utf-8")
    foot = footer_html(citation(path), language("en"), "")
    assert "href='https://code.test/atlas'" in foot
    assert "mailto:who@atlas.test" in foot


def test_the_licence_stands_in_one_way_everywhere():
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'license = "{citation().licence}"' in project


def test_the_date_of_the_data_is_that_of_the_newest_source():
    days = [source(one).read for one in source_ids()]
    assert last_read().isoformat() == max(days)
