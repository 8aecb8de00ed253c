"""The choice of the language, and what is said of one whose translation is under review."""

import html

import streamlit as st

from components.frame.controls import OPENER
from components.language import LANGUAGES, N_, Language, language
from components.language.customs import parts_of, spoken, under_review
from components.session.memory import LANG, ask, first_shown
from components.session.state import Choices

SWITCH, REST = "language-switch", "language-rest"
MISSING = {
    "en": N_("Machine translation under review; what is missing is in English."),
    "ru": N_("Machine translation under review; what is missing is in Russian."),
}
MISSING_IN = N_("What is missing is in")


def language_switch(choices: Choices, code: str) -> None:
    """Show the choice of the language behind a button that says which one is read."""
    lang = language(code)
    own, rest = parts_of(code)
    known = own in LANGUAGES
    opener = st.popover(
        f"*{lang.text('Language')}:* {lang.verbatim(own.upper())}",
        key=f"{OPENER}{SWITCH}",
        on_change="rerun",
    )
    if not opener.open:
        return
    with opener:
        _pills(
            choices, SWITCH, lang.text("Language"), {c: LANGUAGES[c].name for c in LANGUAGES}, own
        )
        if known and LANGUAGES[own].rest:
            if under_review(own):
                st.html(review_html(lang))
            others = {one: LANGUAGES[one].name for one in LANGUAGES[own].rest}
            _pills(choices, REST, lang.text(MISSING_IN), others, rest, own)


def _pills(
    choices: Choices, key: str, label: str, names: dict[str, str], shown: str, own: str = ""
) -> None:
    """Show languages by their names in themselves; the one that is picked is asked for."""

    def change() -> None:
        picked = st.session_state[key]
        if picked:
            ask(**{LANG: spoken(own, picked) if own else picked})

    here = shown if shown in names else None
    new = choices.is_new(key)
    if not new:
        st.session_state[key] = here
    picked = st.pills(
        label,
        list(names),
        format_func=lambda code: names[code],
        key=key,
        on_change=change,
        default=here if new else None,
        label_visibility="visible" if own else "collapsed",
    )
    if first_shown(key) and picked not in (here, None):
        change()
        st.rerun()


def review_html(lang: Language) -> str:
    """Return that a language is under review, and in which what is missing is; else nothing."""
    own, rest = parts_of(lang.code)
    if not under_review(own):
        return ""
    return f"<p class='atlas-note'>{html.escape(lang.text(MISSING[rest]))}</p>"
