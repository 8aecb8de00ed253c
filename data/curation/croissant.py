"""The data package in Croissant, the description that tools for machine learning read.

See https://docs.mlcommons.org/croissant/ . It is made from the same schema as
``datapackage.json``: one record set for each table, read from its Parquet file, and one for each
code list, to which the coded columns refer.
"""

from collections.abc import Mapping
from itertools import starmap
from typing import Any

from data.schema import fields, tables

VERSION = "http://mlcommons.org/croissant/1.0"
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date"}
CSV, PARQUET = "text/csv", "application/x-parquet"
OWN = (
    "citeAs column conformsTo equivalentProperty extract field fileObject fileProperty fileSet "
    "format includes isLiveDataset jsonPath key md5 parentField path recordSet references regex "
    "repeated replace samplingRate separator source subField transform"
)
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    **{name: f"cr:{name}" for name in OWN.split()},
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
}


def croissant(
    package: Mapping[str, Any], parquet: Mapping[str, Mapping[str, Any]], about: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the description of a data package as JSON-LD.

    Parameters
    ----------
    package : mapping
        As `data.curation.package.package` returns it.
    parquet : mapping of str to mapping
        For each table, ``path``, ``bytes`` and ``sha256`` of its Parquet file.
    about : mapping
        ``version``, ``released``, ``licence``, ``cite_as``, ``creators``, ``address``.
    """
    codes = [one for one in package["resources"] if one["path"].startswith("codes/")]
    files = [_csv(one) for one in package["resources"]]
    files += [_parquet(name, told) for name, told in parquet.items()]
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": VERSION,
        "name": package["name"],
        "description": package["description"],
        "url": about["address"],
        "version": about["version"],
        "datePublished": about["released"],
        "license": about["licence"],
        "citeAs": about["cite_as"],
        "creator": [{"@type": "sc:Organization", "name": one} for one in about["creators"]],
        "inLanguage": ["en", "ru"],
        "distribution": files,
        "recordSet": [*map(_code_set, codes), *starmap(_table_set, parquet.items())],
    }


def _csv(resource: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "description": resource.get("title", resource["name"]),
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": CSV,
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def _parquet(table: str, told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": told["path"],
        "name": told["path"],
        "description": f"{tables()[table].title}, all sources together",
        "contentUrl": told["path"],
        "contentSize": f"{told['bytes']} B",
        "encodingFormat": PARQUET,
        "sha256": told["sha256"],
    }


def _code_set(resource: Mapping[str, Any]) -> dict[str, Any]:
    listed, path = resource["name"], resource["path"]
    columns = [one["name"] for one in resource["schema"]["fields"]]
    return {
        "@type": "cr:RecordSet",
        "@id": listed,
        "name": listed,
        "description": f"Codes of the list {path}, with their names.",
        "key": {"@id": f"{listed}/code"},
        "field": [
            _field(listed, name, "sc:Text", f"Column {name} of {path}", path) for name in columns
        ],
    }


def _table_set(table: str, file: Mapping[str, Any]) -> dict[str, Any]:
    told, known = tables()[table], fields()
    made = []
    for name in told.columns:
        entry = known[name]
        field = _field(table, name, TYPES[entry["type"]], entry["description"], file["path"])
        if entry.get("codes"):
            listed = f"codes-{entry['codes']}".replace("_", "-")
            field["references"] = {"field": {"@id": f"{listed}/code"}}
        made.append(field)
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": f"{told.title}. {told.description}",
        "key": [{"@id": f"{table}/{name}"} for name in told.key],
        "field": made,
    }


def _field(records: str, name: str, kind: str, words: str, file: str) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{records}/{name}",
        "name": name,
        "description": words,
        "dataType": kind,
        "source": {"fileObject": {"@id": file}, "extract": {"column": name}},
    }
