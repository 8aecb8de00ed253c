"""What the atlas stands on: its bill of materials, its licences, and whether it was looked at."""

import json

import pytest
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from deploy.audit import verdict
from deploy.licences import EXCEPTIONS, is_allowed, refused
from deploy.sbom import Package, bill, packages, table
from deploy.upgrade import loosened, moved


@pytest.fixture(scope="module")
def found() -> list[Package]:
    return packages()


def test_every_dependency_has_a_licence_that_is_allowed_or_named_with_a_reason(found):
    assert refused({one.name: one.licence for one in found}) == []
    assert EXCEPTIONS.keys() <= {one.name for one in found}, "an exception for nothing"


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("MIT OR GPL-2.0-only", True),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", True),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("Free for all", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_when_it_can_be_met_by_the_list_alone(licence, allowed):
    assert is_allowed(licence) is allowed
    assert bool(refused({"new-package": licence})) is not allowed
    assert refused({"psycopg": licence}) == []


def test_the_bill_of_materials_is_valid_and_has_what_the_locks_have(found):
    told = JsonV1Dot6(bill(found)).output_as_string()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(told) is None
    listed = {one["name"]: one for one in json.loads(told)["components"]}
    assert listed.keys() == {one.name for one in found}
    assert listed["streamlit"]["scope"] == "required"
    assert listed["pytest"]["scope"] == "excluded"
    for one in found:
        assert one.hashes, one.name
        assert listed[one.name]["version"] == one.version
    needs = {one["ref"]: one.get("dependsOn", ()) for one in json.loads(told)["dependencies"]}
    assert any(one.startswith("pkg:pypi/pandas@") for one in needs[listed["streamlit"]["bom-ref"]])
    assert "| fpdf2 | " in table(found)


def audited(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


SAFE = {"name": "safe", "version": "1", "vulns": []}
SKIPPED = {"name": "odd", "skip_reason": "not found"}
HOLED = {"name": "old", "version": "2", "vulns": [{"id": "X-1", "fix_versions": ["3"]}]}


@pytest.mark.parametrize(
    ("printed", "status", "words"),
    [
        (audited(SAFE), 0, "1 of 1 packages were looked up; none has a known hole"),
        (audited(SAFE, HOLED), 1, "old 2: X-1, mended in 3"),
        (audited(SAFE, SKIPPED), 2, "NOT AUDITED: odd"),
        (audited(SKIPPED), 2, "NOT AUDITED"),
        (audited(), 2, "NOT AUDITED"),
        ("", 2, "NOT AUDITED: the database could not be asked. pip-audit said: no network"),
    ],
)
def test_what_could_not_be_looked_up_is_not_called_safe(printed, status, words):
    ended, said = verdict(printed, "Traceback\nno network\n")
    assert ended == status
    assert words in "\n".join(said)


def test_an_upgrade_run_takes_pins_as_the_least_and_says_what_moved():
    assert loosened("# a==1\na[x]==1.0\nb>=2,<3\n") == "# a==1\na[x]>=1.0\nb>=2,<3\n"
    told = moved("a==2\nB_c==1\nd==1\n", {"a": "1", "b-c": "1", "e": "3"})
    assert told == ["a: 1 → 2", "d: new → 1", "e: 3 → gone"]
