"""What a statement of SQL may say: judged on DuckDB's own reading of it, by lists of what is known.

A statement is read once, by the parser that will run it (``json_serialize_sql``), so that no second
parser can be told something else. What is on no list here is refused, whatever it is.
"""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from data.explore.refusal import Refused

DEEPEST = 800  # parts within parts, as DuckDB writes them: some 200 brackets or operators
NEAR, ALIKE = 3, 0.7  # names that are offered in the place of an unknown one


def _words(told: str) -> frozenset[str]:
    return frozenset(told.split())


AGGREGATES = _words(
    "any_value arg_max arg_min argmax argmin avg bool_and bool_or corr count count_if "
    "count_star countif covar_pop covar_samp first favg fsum geomean geometric_mean "
    "group_concat kurtosis last listagg mad max max_by mean median min min_by mode product "
    "quantile quantile_cont quantile_disc regr_avgx regr_avgy regr_count regr_intercept regr_r2 "
    "regr_slope regr_sxx regr_sxy regr_syy sem skewness stddev stddev_pop stddev_samp "
    "string_agg sum var_pop var_samp variance wavg weighted_avg"
)
WINDOWS = _words(
    "cume_dist dense_rank fill first_value lag last_value lead nth_value ntile percent_rank "
    "rank rank_dense row_number"
)
SCALARS = _words(
    "abs ascii cbrt ceil ceiling chr coalesce concat concat_ws contains date_add date_diff "
    "date_part date_sub date_trunc datediff datepart datesub datetrunc day dayname dayofmonth "
    "dayofweek dayofyear days_in_month decade divide ends_with even exp fdiv floor fmod "
    "greatest if ifnull isfinite isinf isnan instr last_day lcase least left len length ln log "
    "log10 log2 lower ltrim make_date mod month monthname nullif pow power position prefix "
    "quarter radians regexp_extract regexp_full_match regexp_matches regexp_replace replace "
    "reverse right round round_even rtrim sign split_part sqrt starts_with strftime "
    "strip_accents strlen strpos strptime substr substring suffix to_days to_months to_years "
    "translate trim trunc try_strptime typeof ucase unicode upper week weekofyear year"
)
OPERATORS = _words(
    "+ - * / // % ** ^ || ~ !~ ~* !~* ~~ !~~ ~~* !~~* ~~~ like_escape not_like_escape "
    "ilike_escape not_ilike_escape = != <> < <= > >= ^@ @"
)
FUNCTIONS = AGGREGATES | WINDOWS | SCALARS | OPERATORS
TABLE_FUNCTIONS = frozenset({"range", "generate_series"})
CLASSES = _words(
    "BETWEEN CASE CAST COLUMN_REF COMPARISON CONJUNCTION CONSTANT FUNCTION OPERATOR "
    "POSITIONAL_REFERENCE STAR SUBQUERY TYPE WINDOW"
)
NODES = _words("SELECT_NODE SET_OPERATION_NODE RECURSIVE_CTE_NODE CTE_NODE")
REFERENCES = _words("BASE_TABLE EMPTY EXPRESSION_LIST JOIN PIVOT SUBQUERY")
REST = _words(
    "ORDER_MODIFIER LIMIT_MODIFIER LIMIT_PERCENT_MODIFIER DISTINCT_MODIFIER ASCENDING "
    "DESCENDING ORDER_DEFAULT"
)
BRACKETS = {"list_value": "[…]", "struct_pack": "{…}", "map": "MAP {…}", "row": "ROW(…)"}
SHOWN = ("DESCRIBE", "SUMMARY")
TYPES = _words(
    "bigint bool boolean char date dec decimal double float float4 float8 hugeint int int1 int2 "
    "int4 int8 integer interval long numeric real short smallint string text time timestamp "
    "tinyint varchar"
)
# names without brackets that DuckDB takes for functions where no column is called so
SPOKEN_BY_ITSELF = _words(
    "current_catalog current_database current_date current_localtime current_localtimestamp "
    "current_role current_schema current_time current_timestamp current_user localtime "
    "localtimestamp session_user user"
)


def judge(reading: Mapping[str, Any], known: Collection[str]) -> frozenset[str]:
    """Return the tables that a statement reads.

    Parameters
    ----------
    reading : mapping
        The answer of ``json_serialize_sql``.
    known : collection of str
        Names of the tables that may be read.

    Raises
    ------
    Refused
        When it is not one statement that selects, or says anything that is on no list.
    """
    if reading["error"]:
        if reading["error_type"] == "parser":
            at = int(reading.get("position") or -1)
            raise Refused("sql_syntax", message=reading["error_message"], at=at)
        raise Refused("sql_only_select")
    statements = reading["statements"]
    if not statements:
        raise Refused("sql_empty")
    if len(statements) > 1:
        raise Refused("sql_several")
    judged = _Judge(frozenset(name.casefold() for name in known))
    judged.part(statements[0], frozenset(), 0)
    return frozenset(judged.read)


class _Judge:
    """Walks through a reading; knows which names stand for parts of the statement itself."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.read: set[str] = set()

    def part(self, part: object, own: frozenset[str], depth: int) -> None:
        """Refuse what is on no list, in this part of the statement and in all below it."""
        if depth > DEEPEST:
            raise Refused("sql_deep")
        if isinstance(part, list):
            for one in part:
                self.part(one, own, depth + 1)
        elif isinstance(part, dict):
            own = own | _named(part)
            kind = part.get("class", part.get("type"))
            if "class" in part:
                self._expression(str(kind), part)
            elif isinstance(kind, str):
                self._reference(kind, part, own)
            for key, one in part.items():
                called = kind == "TABLE_FUNCTION" and key == "function"
                self.part([*one.values()] if called else one, own, depth + 1)

    def _expression(self, kind: str, part: Mapping[str, Any]) -> None:
        if kind == "PARAMETER":
            raise Refused("sql_parameter")
        if kind not in CLASSES:
            raise Refused("sql_form", form=kind.replace("_", " "))
        if kind in ("FUNCTION", "WINDOW"):
            _function(_last(part), FUNCTIONS)
        elif kind == "TYPE" and _last(part) not in TYPES:
            raise Refused("sql_type", type=_last(part))
        elif kind == "COLUMN_REF":
            names = part["column_names"]
            if len(names) == 1 and names[0].casefold() in SPOKEN_BY_ITSELF:
                _function(names[0].casefold(), FUNCTIONS)

    def _reference(self, kind: str, part: Mapping[str, Any], own: frozenset[str]) -> None:
        if kind == "BASE_TABLE":
            self._table(part, own)
        elif kind == "TABLE_FUNCTION":
            _function(_last(part["function"]), TABLE_FUNCTIONS)
        elif kind == "SHOW_REF":
            if part["show_type"] not in SHOWN or "query" not in part:
                raise Refused("sql_only_select")
        elif kind not in NODES | REFERENCES | REST:
            raise Refused("sql_form", form=kind.replace("_", " "))

    def _table(self, part: Mapping[str, Any], own: frozenset[str]) -> None:
        path: Sequence[str] = part["qualified_name"]["path"]
        name = path[-1].casefold()
        if len(path) == 1 and name in own:
            return
        if len(path) > 1 or name not in self.known:
            near = get_close_matches(name, sorted(self.known), NEAR, ALIKE)
            raise Refused("sql_table", table=".".join(path), near=near)
        self.read.add(name)


def _named(part: Mapping[str, Any]) -> frozenset[str]:
    """Return the names that a part gives to parts of its own (``WITH name AS …``)."""
    given = part.get("cte_map")
    names = [one["key"] for one in given.get("map", ())] if isinstance(given, dict) else []
    return frozenset(name.casefold() for name in names)


def _last(part: Mapping[str, Any]) -> str:
    """Return the name that a part calls; whole, where it says in which schema to look."""
    return ".".join(part["qualified_name"]["path"]).casefold()


def _function(name: str, known: frozenset[str]) -> None:
    if name in BRACKETS:
        raise Refused("sql_form", form=BRACKETS[name])
    if name not in known:
        near = get_close_matches(name, sorted(known - OPERATORS), NEAR, ALIKE)
        raise Refused("sql_function", function=name, near=near)
