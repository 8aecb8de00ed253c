"""The data package in the words of “CSV on the Web”, the W3C's description of tables.

See https://www.w3.org/TR/tabular-metadata/ . It is made from the same description as
``datapackage.json`` and says the same: titles in both languages, types, bounds, keys.
"""

from collections.abc import Mapping
from typing import Any

from data.schema import fields

TYPES = {"string": "string", "integer": "integer", "number": "double", "date": "date"}
LIMITS = {"minimum": "minimum", "maximum": "maximum", "pattern": "format"}


def web_tables(package: Mapping[str, Any], about: Mapping[str, Any]) -> dict[str, Any]:
    """Return the description of a data package as CSVW.

    Parameters
    ----------
    package : mapping
        As `data.curation.package.package` returns it.
    about : mapping
        ``version``, ``released``, ``licence``, ``cite_as``, ``address``.
    """
    paths = {one["name"]: one["path"] for one in package["resources"]}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": package["title"],
        "dc:description": package["description"],
        "dc:issued": about["released"],
        "dc:license": about["licence"],
        "dc:bibliographicCitation": about["cite_as"],
        "schema:version": about["version"],
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
        "tables": [_table(one, paths) for one in package["resources"]],
    }


def _table(resource: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, Any]:
    schema = resource["schema"]
    told: dict[str, Any] = {"url": resource["path"]}
    if "title" in resource:
        told |= {"dc:title": resource["title"], "dc:description": resource["description"]}
    if "licenses" in resource:
        [terms] = resource["licenses"]
        told["dc:rights"] = terms["title"]
        told["dc:source"] = resource["sources"][0]["path"]
    required = {
        one["name"] for one in schema["fields"] if one.get("constraints", {}).get("required")
    }
    keys = [
        {
            "columnReference": key["fields"],
            "reference": {
                "resource": paths[key["reference"]["resource"]],
                "columnReference": key["reference"]["fields"],
            },
        }
        for key in schema.get("foreignKeys", ())
        if required.issuperset(key["fields"])  # this standard has no empty cells in a key
    ]
    described: dict[str, Any] = {"columns": [_column(one) for one in schema["fields"]]}
    if required.issuperset(schema["primaryKey"]):
        described["primaryKey"] = schema["primaryKey"]
    return told | {"tableSchema": described | ({"foreignKeys": keys} if keys else {})}


def _column(field: Mapping[str, Any]) -> dict[str, Any]:
    known, limits = fields().get(field["name"], {}), field.get("constraints", {})
    titles = {"en": [field["name"], field["title"]]} if "title" in field else {"en": field["name"]}
    if known and "title" in field:
        titles |= {code: words for code, words in known["title"].items() if code not in titles}
    kind: dict[str, Any] = {"base": TYPES[field["type"]]}
    kind |= {LIMITS[name]: str(limits[name]) for name in LIMITS if name in limits}
    told: dict[str, Any] = {
        "name": field["name"],
        "titles": titles,
        "datatype": kind if len(kind) > 1 else kind["base"],
    }
    if "description" in field:
        told["dc:description"] = field["description"]
    if known.get("codes") and "title" in field:
        told["dc:relation"] = f"codes/{known['codes']}.csv"
    return told | ({"required": True} if limits.get("required") else {})
