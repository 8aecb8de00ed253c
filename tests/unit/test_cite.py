"""Works in the forms of reference lists, against the standards' own examples and other readers."""

import datetime
import json
import re

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from components.card.cite import FORMS
from components.cite.forms import bibtex, csl, csl_json, ris
from components.cite.styles import apa, gost
from components.cite.work import Work
from components.cite.works import atlas, of_source, of_sources, of_view
from components.controls.corridors import CHOICES
from components.language import language
from data.citation import citation
from data.provenance import source, source_ids
from tests.support import WHOLE, built

READ = datetime.date(2026, 11, 30)
ADDRESS = "https://atlas.example/corridors?lang=en&countries=KAZ#card-ranked"
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1
).filter(lambda text: text.strip())


def work(**told) -> Work:
    usual = {"id": "one", "kind": "page", "title": "A title", "authors": (), "issued": ""}
    return Work(**(usual | {"read": READ, "address": "https://example.org/a"} | told))


# Examples that the standard prints in its section on electronic resources.
@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            work(
                title="Создание телевидения",
                authors=("Члиянц Г",),
                container="QRZ.RU: сервер радиолюбителей России",
                issued="2004",
                address="http://www.qrz.ru/articles/article260.html",
                read=datetime.date(2006, 2, 21),
            ),
            "Члиянц Г. Создание телевидения // QRZ.RU: сервер радиолюбителей России. 2004. "
            "URL: http://www.qrz.ru/articles/article260.html (дата обращения: 21.02.2006).",
        ),
        (
            work(
                title="Право военнослужащих Российской Федерации на свободу ассоциаций",
                authors=("Дирина А. И.",),
                container="Военное право: сетевой журн.",
                issued="2007",
                address="http://www.voennoepravo.ru/node/2149",
                read=datetime.date(2007, 9, 19),
            ),
            "Дирина А. И. Право военнослужащих Российской Федерации на свободу ассоциаций // "
            "Военное право: сетевой журн. 2007. URL: http://www.voennoepravo.ru/node/2149 "
            "(дата обращения: 19.09.2007).",
        ),
    ],
)
def test_gost_is_as_the_standard_prints_it(told, line):
    assert gost(told) == line


def test_gost_has_a_work_of_its_own_before_the_body_that_made_it():
    told = work(kind="dataset", title="Stock", authors=("United Nations",), issued="2024-02-09")
    assert gost(told) == (
        "Stock [Электронный ресурс] / United Nations. 09.02.2024. "
        "URL: https://example.org/a (дата обращения: 30.11.2026)."
    )


# The patterns of the manual: a data set with a version, a page of a site, no date.
@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            work(kind="dataset", authors=("Office",), issued="2024", version="2.1", publisher="UN"),
            "Office. (2024). A title (Version 2.1) [Dataset]. UN. https://example.org/a",
        ),
        (
            work(authors=("Office",), issued="2026-11-22", container="Atlas"),
            "Office. (2026, November 22). A title. Atlas. https://example.org/a",
        ),
        (
            work(kind="dataset", authors=("Office",)),
            "Office. (n.d.). A title [Dataset]. Retrieved November 30, 2026, "
            "from https://example.org/a",
        ),
    ],
)
def test_apa_is_as_the_manual_has_it(told, line):
    assert apa(told) == line


@pytest.mark.parametrize("code", WHOLE)
@pytest.mark.parametrize("source_id", source_ids())
def test_each_source_is_cited_in_each_form(source_id, code):
    told = of_source(source_id, language(code))
    written = {name: form.write([told]) for name, form in FORMS.items()}
    assert all(source(source_id).url in text for text in written.values())
    for name in ("apa", "gost"):
        assert told.title in written[name]
        assert told.authors[0].rstrip(".") in written[name]
        assert not re.search(r"\.\.|  |\( ?\)|None", written[name].replace(told.title, "T"))
    assert told.year in ("", source(source_id).published[:4])


def test_a_view_is_cited_as_it_was_opened_with_its_sources():
    lang = language("en")
    view = built("ranked", CHOICES.unchosen())
    told = of_view(view, lang, ADDRESS, READ)
    assert apa(told) == (
        f"{citation().authors[0]}. ({citation().released:%Y, %B %d}). {view.title}. "
        f"Central Asia Migration Atlas. {ADDRESS}"
    )
    behind = of_sources(view, lang)
    assert [one.title for one in behind] == [lang.pick(source(one).title) for one in view.sources]


def test_the_atlas_is_cited_with_its_version():
    told = atlas(language("en"), "https://atlas.example/", READ)
    assert f"(Version {citation().version}) [Computer software]" in apa(told)
    assert f"Версия: {citation().version}. 22.11.2026." in gost(told)


WORKS = st.builds(
    work,
    kind=st.sampled_from(["dataset", "page", "software"]),
    title=TEXTS,
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    issued=st.sampled_from(["", "2024", "2024-02", "2024-02-29"]),
    publisher=TEXTS | st.just(""),
    container=TEXTS | st.just(""),
    note=TEXTS | st.just(""),
)


@given(WORKS)
def test_another_reader_finds_in_ris_what_was_put_into_it(told):
    (found,) = rispy.loads(ris([told]))
    assert found["title"] == " ".join(told.title.split())
    assert found.get("authors", []) == [" ".join(one.split()) for one in told.authors]
    assert found.get("year", "") == told.year
    assert found["urls"] == [told.address]


@given(WORKS)
def test_another_reader_finds_one_entry_in_bibtex(told):
    library = bibtexparser.parse_string(bibtex([told]))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == told.id
    assert entry["url"] == told.address
    assert ("year" in entry) == bool(told.year)
    assert ("author" in entry) == bool(told.authors)


@given(WORKS)
def test_csl_json_is_read_back_whole(told):
    (found,) = json.loads(csl_json([told]))
    assert found == csl(told)
    assert found["accessed"] == {"date-parts": [[2026, 11, 30]]}
    assert found["title"] == told.title


@given(WORKS)
def test_a_line_of_any_work_can_be_written(told):
    assert told.address in apa(told)
    assert gost(told).endswith(f"URL: {told.address} (дата обращения: 30.11.2026).")
