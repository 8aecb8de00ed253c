"""News of the data: a line in the changelog for every file that is brought."""

import re
from collections.abc import Sequence
from datetime import date

from data.bring.brought import Brought
from data.bring.origin import Origin
from data.bring.provenance_file import plain_name
from data.curation.brought_rows import Merged

HEADING = re.compile(r"^## (\d{4}\.\d{2})$", re.M)


def with_news(text: str, source: Origin, brought: Brought, result: Merged) -> str:
    """Return the changelog with what a file adds and changes, under the month's heading.

    Parameters
    ----------
    text : str
        The changelog: a heading ``## year.month`` for each version, the newest first.
    """
    lines = [_line(source, brought, result)]
    lines += [
        f"  - {change.what}: {change.old} → {change.new}"
        for change in sorted(result.changes, key=lambda change: change.what)
    ]
    return inserted(text, lines)


def inserted(text: str, lines: Sequence[str]) -> str:
    """Return the changelog with some lines at the end of this month's part."""
    news = "\n".join(lines)
    version = f"{date.today():%Y.%m}"
    headings = list(HEADING.finditer(text))
    if headings and headings[0][1] >= version:
        end = headings[1].start() if len(headings) > 1 else len(text)
        return f"{text[:end].rstrip()}\n{news}\n" + (f"\n{text[end:]}" if text[end:] else "")
    start = headings[0].start() if headings else len(text)
    head = text[:start].rstrip()
    return f"{head}\n\n## {version}\n{news}\n" + (f"\n{text[start:]}" if text[start:] else "")


def _line(source: Origin, brought: Brought, result: Merged) -> str:
    done = [f"{result.added} rows added to `{brought.table}`"]
    if result.changes:
        done.append(f"{len(result.changes)} figures changed")
    return (
        f"- `{source.source_id}`: {', '.join(done)} from the file "
        f"{plain_name(source.file_name)} ({source.entries['url']})."
    )
