"""Measures of stream and counter-stream on one corridor.

Ravenstein (1885) supposed that every main current of migration produces a compensating
counter-current. A ratio of modelled flows neither confirms nor refutes this: the minimum methods
keep counter-flows as small as they can be, the pseudo-Bayesian one assumes them.
"""

from data.measures.standards import tellable


def counter_stream_ratio(stream: float | None, counter: float | None) -> float | None:
    """Return the reverse flow over the forward flow.

    Parameters
    ----------
    stream, counter : float or None
        People who moved one way and the other way in the same period; None where nothing is known.

    Returns
    -------
    float or None
        None (“not defined”) where a side is missing or nobody moved forward; 0 where people moved
        forward and nobody moved back.
    """
    if not stream or counter is None:
        return None
    return counter / stream


def told_ratio(stream: float | None, counter: float | None) -> float | None:
    """Return the counter-stream ratio where enough people moved forward to tell it, else None."""
    return counter_stream_ratio(stream, counter) if tellable(stream) else None


def effectiveness(stream: float | None, counter: float | None) -> float | None:
    """Return net migration over gross migration (Shryock and Siegel 1976), from -1 to 1.

    Returns
    -------
    float or None
        None where a side is missing or where nobody moved.
    """
    if stream is None or counter is None or stream + counter == 0:
        return None
    return (stream - counter) / (stream + counter)
