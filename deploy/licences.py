"""Which licences a dependency may have, and what each of them says of itself.

A package says its licence in its own metadata: as an SPDX expression, in a short text, or by a
classifier. What none of them tells, or no rule allows, stands here by name and with a reason.
"""

from collections.abc import Iterable
from functools import cache
from importlib import metadata

from license_expression import ExpressionError, Licensing, get_spdx_licensing
from packaging.utils import canonicalize_name

# Free for any use as long as notices stay; MPL 2.0 asks for more only of who changes its files.
ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-2-Clause-Views",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Python-2.0",
    "Zlib",
}
# Said in other words than SPDX's.
SPELT = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD 3-Clause OR Apache-2.0": "BSD-3-Clause OR Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Modified BSD License": "BSD-3-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The MIT License (MIT)": "MIT",
}
# Said nowhere in the metadata, but in the file of the licence that comes with the package.
FOUND = {"resvg-py": "MIT"}
EXCEPTIONS = {
    "fpdf2": "LGPL-3.0: called as a library, unchanged, and exchangeable by whoever installs it",
    "mlcroissant": "a tool of the tests alone; neither its metadata nor its files name a licence",
    "psycopg": "LGPL-3.0: as fpdf2; loaded only for those who keep the tables in PostgreSQL",
    "psycopg-binary": "as psycopg",
    "text-unidecode": "a tool of the tests; Artistic or GPL 2.0, of which the first is chosen",
}


def licence(name: str) -> str:
    """Return the licence of an installed package, as an SPDX expression where it can be had.

    Parameters
    ----------
    name : str
        Name of the package.

    Returns
    -------
    str
        What it says itself when that is no expression; empty when it says nothing.
    """
    told = list(_said(metadata.metadata(name)))
    known = [one for one in (SPELT.get(text, text) for text in told) if is_spdx(one)]
    return (known or [FOUND.get(canonicalize_name(name), "")])[0] or (told or [""])[0]


def _said(about: metadata.PackageMetadata) -> Iterable[str]:
    """Return what the metadata of a package say, the clearest first."""
    for field in ("License-Expression", "License"):
        yield from (_first_line(text) for text in about.get_all(field) or () if text.strip())
    for one in about.get_all("Classifier") or ():
        if one.startswith("License :: "):
            yield one.rpartition(" :: ")[2]


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip()


@cache
def _licensing() -> Licensing:
    return get_spdx_licensing()


def is_spdx(text: str) -> bool:
    """Say whether a text is an SPDX expression."""
    try:
        return bool(text.strip()) and not _licensing().unknown_license_keys(text)
    except ExpressionError:
        return False


def is_allowed(text: str) -> bool:
    """Say whether an expression can be met by licences of the list alone."""
    if not is_spdx(text):
        return False
    one = _licensing()
    asked = one.parse(text)
    told = {symbol: one.TRUE if str(symbol) in ALLOWED else one.FALSE for symbol in asked.symbols}
    return bool(asked.subs(told, simplify=True) == one.TRUE)


def refused(licences: dict[str, str]) -> list[str]:
    """Return a sentence for each package whose licence is neither on the list nor excepted.

    Parameters
    ----------
    licences : dict of str to str
        Licence of each package by its name.
    """
    return [
        f"{name}: {told or 'no licence is told'} is not on the list in deploy/licences.py"
        for name, told in sorted(licences.items())
        if not is_allowed(told) and name not in EXCEPTIONS
    ]
