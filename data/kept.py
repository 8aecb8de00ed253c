"""What is derived from something that is shared, kept as long as that lives."""

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
Whole = TypeVar("Whole")  # a table, or another thing that is shared and never changed in place
Kept = OrderedDict[tuple[Any, ...], tuple["weakref.ref[Any]", Any]]


def kept(
    entries: int,
) -> Callable[
    [Callable[Concatenate[Whole, Asked], Found]],
    Callable[Concatenate[Whole, Asked], Found],
]:
    """Keep what a function derives from a table or a view, for each of its other arguments.

    Loaded tables and built views are shared and never changed in place, so what was derived from
    one is as good as derived anew; another, even an equal one, is another.

    Parameters
    ----------
    entries : int
        How many results are kept; the one that was not asked for longest goes first.

    Returns
    -------
    callable
        A decorator of a function whose first argument is the shared thing and whose others can be
        hashed. What it returns is shared and must never be changed in place.
    """

    def decorate(
        function: Callable[Concatenate[Whole, Asked], Found],
    ) -> Callable[Concatenate[Whole, Asked], Found]:
        memory: Kept = OrderedDict()
        lock = threading.Lock()

        @wraps(function)
        def derived(frame: Whole, /, *args: Asked.args, **options: Asked.kwargs) -> Found:
            key = (id(frame), args, tuple(sorted(options.items())))
            with lock:
                known = memory.pop(key, None)
                if known is not None and known[0]() is frame:
                    memory[key] = known  # now the last to go
                    found: Found = known[1]
                    return found
            result = function(frame, *args, **options)
            with lock:
                memory[key] = (weakref.ref(frame), result)
                while len(memory) > entries:
                    memory.popitem(last=False)
            return result

        return derived

    return decorate
