"""Writing the provenance file of a brought source, or an entry in that of an older one."""

import json
import re
from pathlib import Path
from typing import Any

from data.bring.brought import Brought
from data.bring.origin import FOLDER, Origin
from data.bring.problems import N_, refuse
from data.curation.raw import provenance

NO_PLACE = N_("The provenance of {source} has no list of files to add to.")


def new_file(told: Origin, brought: Brought, sex_rule: str, root: Path) -> str:
    """Return the provenance file of a new source."""
    say = {name: quoted(text) for name, text in told.entries.items()}
    span = years(brought)
    covered = f"{span[0]}-{span[1]}" if span else "Not said"
    both = [
        f"{name}: {{en: {say[f'{name}_en']}, ru: {say[f'{name}_ru']}}}"
        for name in ("title", "short", "publisher", "verified")
    ]
    empty = quoted("")
    lines = [
        f"id: {told.source_id}",
        f"producer: {say['publisher_en']}",
        *both,
        f"url: {say['url']}",
        f"version: {say.get('version', say['published'])}",
        f"published: {say['published']}",
        f"read: {say['read']}",
        f'coverage: "{covered}"',
        f"licence: {{name: {say['licence']}, url: {say.get('licence_url', empty)}, "
        f"note: {say.get('licence_note', empty)}}}",
        f"citation: {say['citation']}",
        f"obtained: {quoted(f'Brought as a file in the layout {brought.layout}')}",
        f"confidence: {sorted(set(brought.rows['confidence']))[0]}",
        "raw:",
        raw_line(told, root).rstrip(),
        _left_out(told, brought),
        f"sex_rule: {sex_rule}",
        "caveats:",
        *_caveat(f"{told.source_id}_what", "warning", brought.table, "source",
                 say["caveat_en"], say["caveat_ru"]),
    ]  # fmt: skip
    for ending in sorted(set(brought.rows.get("note_id", [])) & set(brought.notes)):
        english, russian = brought.notes[ending]
        lines += _caveat(f"{told.source_id}_{ending}", "warning", brought.table, "rows",
                         quoted(english), quoted(russian))  # fmt: skip
    return "\n".join(lines) + "\n"


def _left_out(told: Origin, brought: Brought) -> str:
    items = [
        f"{{file: {quoted(Path(told.file_name).name)}, why: {quoted(why)}}}"
        for why in brought.left_out
    ]
    return f"left_out: [{', '.join(items)}]"


def _caveat(
    note: str, level: str, table: str, scope: str, english: str, russian: str
) -> list[str]:
    return [
        f"  - id: {note}",
        f"    level: {level}",
        f"    tables: [{table}]",
        f"    scope: {scope}",
        f"    en: {english}",
        f"    ru: {russian}",
    ]


def raw_name(told: Origin, root: Path) -> str:
    """Return the name under which the provenance lists the file, unlike all that it lists."""
    name = f"{FOLDER}/{re.sub(r'[^A-Za-z0-9._-]+', '_', Path(told.file_name).name)}"
    if told.is_new:
        return name
    taken = {i["file"].rpartition("/")[2] for i in provenance(told.source_id, root)["raw"]}
    return name if name.rpartition("/")[2] not in taken else f"{name}.{told.sha256[:8]}"


def quoted(text: Any) -> str:
    """Write a text as YAML that reads back as the same text."""
    return json.dumps(str(text), ensure_ascii=False)


def raw_line(told: Origin, root: Path) -> str:
    """Return the line of the provenance file on the brought file."""
    return f"  - {{file: {quoted(raw_name(told, root))}, sha256: {told.sha256}}}\n"


def added_to(text: str, told: Origin, brought: Brought, root: Path) -> str:
    """Return an existing provenance file with the brought file in its list."""
    changed, count = re.subn(r"^raw:\n", lambda m: m[0] + _indented(text, told, root), text, count=1,
                             flags=re.M)  # fmt: skip
    if count != 1:
        raise refuse(NO_PLACE, source=told.source_id)
    return _covering(changed, brought)


def _indented(text: str, told: Origin, root: Path) -> str:
    """Return the line with the indentation of the list's other items."""
    match = re.search(r"^raw:\n( *)- ", text, flags=re.M)
    return (match[1] if match else "  ") + raw_line(told, root).lstrip()


def _covering(text: str, brought: Brought) -> str:
    """Widen the years that a provenance file says it covers, where it says a plain range."""
    match = re.search(r'^coverage: "(\d{4})(?:-(\d{4}))?"$', text, flags=re.M)
    span = years(brought)
    if not match or not span:
        return text
    first = min(match[1], span[0])
    last = max(match[2] or match[1], span[1])
    return text.replace(match[0], f'coverage: "{first}-{last}"', 1)


def years(brought: Brought) -> tuple[str, str] | None:
    """Return the first and the last year of the brought rows."""
    found = sorted(set(brought.rows.get("year", [])) - {""})
    return (found[0], found[-1]) if found else None
