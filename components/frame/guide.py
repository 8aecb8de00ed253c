"""How the atlas is read, in a few sentences: for newcomers, and behind a word in the foot.

Nothing of it is on the server: the script ``guide.js`` shows it on a browser's first visit.
"""

import html

from components.language import Language


def opener_html(lang: Language) -> str:
    """Return the button of the foot that shows the guide again."""
    return f"<button type='button' class='atlas-guide-open'>{_name(lang)}</button>"


def guide_html(lang: Language) -> str:
    """Return the guide, of which the style sheet shows the sentence that is its turn."""
    steps = _steps(lang)
    last = lang.number(len(steps))
    items = "".join(
        f"<li><p>{html.escape(words)}</p><small>{lang.number(at)} / {last}</small></li>"
        for at, words in enumerate(steps, 1)
    )
    skip, back, on, end = (
        html.escape(words)
        for words in (lang.text("Skip"), lang.text("Back"), lang.text("Next"), lang.text("Got it"))
    )
    return (
        f"<section class='atlas-guide' role='region' aria-labelledby='atlas-guide-name'>"
        f"<p id='atlas-guide-name'><strong>{_name(lang)}</strong></p>"
        f"<ol aria-live='polite'>{items}</ol><div>"
        f"<button type='button' data-go='end'>{skip}</button>"
        f"<button type='button' data-go='back'>{back}</button>"
        f"<button type='button' data-go='on'><span>{on}</span><span>{end}</span></button>"
        "</div></section>"
    )


def _name(lang: Language) -> str:
    return html.escape(lang.text("How to read the atlas"))


def _steps(lang: Language) -> tuple[str, ...]:
    return (
        lang.text(
            "The headline says what the figures show; the line below it says what is counted, by "
            "whom and when."
        ),
        lang.text(
            "“{chart} | {table}” turns a figure into its exact numbers. “⋯” holds what you can "
            "take: data, picture, slide, link.",
            chart=lang.text("Chart"),
            table=lang.text("Table"),
        ),
        lang.text(
            "An empty or dashed mark is a gap, not a zero. The line under each figure opens its "
            "sources and cautions."
        ),
        lang.text(
            "All that you choose stands in the address: whoever opens your link sees the same page."
        ),
    )
