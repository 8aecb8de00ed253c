"""The face of every page as it opens: where the picture stands, how long, how large the words.

One visit for each page, language and kind of window reads all; each page is told all its faults.
"""

import pytest

from components.controls.pages import CHOICES
from components.session.choice import CLOSER
from components.style import type as sizes
from tests.opening import OF_VIEWS
from tests.support import WHOLE

DESK, HALL, PHONE = (1440, 900), (1920, 1080), (390, 844)
LONGEST = {DESK: 2600, HALL: 2600, PHONE: 4500}  # pixels of a page
LOWEST, LEAST = 260, 560  # where the picture begins at most, and its height at least, at a desk
MOST_BUTTONS = 30
SMALL, MOST_SMALL = 13.5, 0.35  # pixels, and share of all letters
MOST_LINES = {DESK: 2, HALL: 2, PHONE: 4}  # of the headline
# The page of stories lists them; one of them is as long as its steps (`test_stories.py`).
# On the start page the sentence of the atlas and the four numbers stand beside the map.
FRONT_LINES, FRONT_LEAST = 3, 500
SIZES = {
    sizes.HEADLINE,
    sizes.NARROW_HEADLINE,
    sizes.TITLE,
    sizes.LEDE,
    sizes.BODY,
    sizes.SMALL,
    sizes.UNIT,
}
LOOK = """() => {
  const main = document.querySelector('[data-testid="stMain"]')
  const drawn = [...main.querySelectorAll(
    '[data-testid="stDeckGlJsonChart"], [data-testid="stPlotlyChart"], .doc, .atlas-map, .picture')]
    .map(one => one.getBoundingClientRect()).filter(box => box.height > 20)
  const seen = one => {
    const box = one.getBoundingClientRect()
    return box.width > 1.5 && box.height > 1.5 && getComputedStyle(one).visibility !== "hidden"
  }
  const letters = {}, examples = {}
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.textContent.trim(), one = node.parentElement
    if (!text || !seen(one) || one.closest('style, noscript, [data-testid="stIconMaterial"]'))
      continue
    const size = parseFloat(getComputedStyle(one).fontSize)
    const kind = one.closest("svg") ? `drawn ${size}` : `${size}`
    letters[kind] = (letters[kind] ?? 0) + text.length
    examples[kind] ??= text.slice(0, 30)
  }
  const head = main.querySelector("h1")
  return {
    top: drawn[0]?.top + main.scrollTop, high: drawn[0]?.height,
    page: main.scrollHeight,
    buttons: [...main.querySelectorAll("button")].filter(seen).length,
    lines: Math.round(head.offsetHeight / parseFloat(getComputedStyle(head).lineHeight)),
    letters, examples,
  }
}"""


def odd_sizes(face):
    told = []
    for kind, text in face["examples"].items():
        size = float(kind.removeprefix("drawn "))
        allowed = SIZES | {sizes.LABEL} if kind.startswith("drawn") else SIZES
        if not any(abs(size - one) < 0.05 for one in allowed):
            told.append(f"{kind} px: {text}")
    return told


def faults(face, window, front=False):
    """All that is not as it has to be, in words."""
    small = sum(n for kind, n in face["letters"].items() if float(kind.split()[-1]) <= SMALL)
    share = small / sum(face["letters"].values())
    told = [f"a size that is none: {one}" for one in odd_sizes(face)]
    if face["page"] > LONGEST[window]:
        told.append(f"the page is {face['page']} px long")
    beside = front and window != PHONE
    if face["lines"] > (FRONT_LINES if beside else MOST_LINES[window]):
        told.append(f"the headline has {face['lines']} lines")
    if face["buttons"] > MOST_BUTTONS:
        told.append(f"{face['buttons']} buttons")
    if share > MOST_SMALL:
        told.append(f"{share:.0%} of letters are small")
    return told + place_of_picture(face, window, FRONT_LEAST if beside else LEAST)


def place_of_picture(face, window, least):
    top, high = face["top"], face["high"]
    if top is None:
        return ["no picture"]
    if window == DESK:
        ends = [f"the picture begins at {top:.0f}"] if top > LOWEST else []
        return ends + ([f"the picture is {high:.0f} px high"] if high < least else [])
    if window == HALL and top + high > HALL[1]:
        return [f"the picture ends at {top + high:.0f}"]
    return [f"the picture begins at {top:.0f}"] if top >= window[1] else []


@pytest.mark.parametrize("code", WHOLE)
@pytest.mark.parametrize("spec", OF_VIEWS, ids=lambda spec: spec.url)
def test_face_of_a_page_at_a_desk_in_a_hall_and_on_a_phone(visit, spec, code):
    seen = visit(spec, *DESK, lang=code)
    found = [f"desk: {one}" for one in faults(seen.page.evaluate(LOOK), DESK, spec.default)]
    for name, window in (("hall", HALL), ("phone", PHONE)):
        seen.page.set_viewport_size({"width": window[0], "height": window[1]})
        seen.settle()
        face = faults(seen.page.evaluate(LOOK), window, spec.default and window == HALL)
        found += [f"{name}: {one}" for one in face]
    assert found == []


PARTED = [spec for spec in OF_VIEWS if CLOSER in CHOICES[spec.url].keys]
PLACES = "() => document.querySelectorAll('.st-key-closer [role=radio]').length"


def longest(seen, window):
    """The lengths of the page with each part of "Look closer" open, of those that are too long."""
    found = {}
    for at in range(seen.page.evaluate(PLACES)):
        if at:
            seen.take(CLOSER, at)
            seen.settle()
        long = seen.page.evaluate(LOOK)["page"]
        if long > LONGEST[window]:
            found[seen.page.url.partition("?")[2]] = long
    return found


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("spec", PARTED, ids=lambda spec: spec.url)
def test_no_part_of_look_closer_makes_a_page_longer_than_it_may_be(visit, spec, window):
    choices = CHOICES[spec.url]
    seen = visit(spec, *window, lang="ru")
    found = longest(seen, window)
    parts = choices.keys["part"].offers(choices.unchosen()) if "part" in choices.keys else {}
    for at in range(1, len(parts)):
        seen.take("part", at)
        seen.settle()
        found |= longest(seen, window)
    assert found == {}


# What else a choice can open that was once too long: one choice of a part, by its address.
FULL = [
    ("avrr", {"closer": "rests", "rests": "differs"}),
    ("countries", {"countries": "KGZ", "part": "protection", "closer": "decisions"}),
    ("returns", {"part": "dated", "kind": "enforced"}),
]


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(("url", "choices"), FULL, ids=lambda one: str(one)[:9])
def test_a_full_choice_is_not_longer_than_a_page_may_be(visit, url, choices, window):
    seen = visit(f"/{url}", *window, lang="ru", **choices)
    assert seen.page.evaluate(LOOK)["page"] <= LONGEST[window]
