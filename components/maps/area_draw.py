"""A map of regions as SVG: the country's areas, hatched where there is no figure, and marks."""

import html

from components.maps.areas import Area, AreaMap, Disc, area_paths, country_path, hatch_path
from components.maps.ground import Paint, land_svg, water_svg
from data.areas import FIVE

LINE, OUTER, HATCHED = 0.9, 1.6, 1.0  # pixels


def areas_body(drawn: AreaMap, paint: Paint) -> str:
    """Draw ground, regions and marks: all but the words.

    The neighbours' outlines are sums of regions of the same file, so that nothing gapes between
    them and the country.
    """
    frame = drawn.frame
    beside = "".join(country_path(code, frame) for code in FIVE if code != drawn.country)
    areas = "".join(_area(one, drawn, paint) for one in drawn.areas)
    outer = country_path(drawn.country, frame)
    discs = "".join(_disc(one, paint) for one in drawn.discs)
    land = paint("land")
    return (
        f"{land_svg(frame, paint)}"
        f'<path d="{beside}" fill="{land}" fill-rule="evenodd" stroke="{paint("border")}" '
        f'stroke-width="{LINE}"/><g class="areas">{areas}</g>'
        f'<path d="{outer}" fill="none" stroke="{paint("region_border")}" '
        f'stroke-width="{OUTER}" stroke-linejoin="round" pointer-events="none"/>'
        f'{water_svg(frame, paint)}<g class="discs">{discs}</g>'
    )


def _area(one: Area, drawn: AreaMap, paint: Paint) -> str:
    path = area_paths(drawn.country, drawn.frame)[one.code]
    shape = f'<path d="{path}" fill-rule="evenodd" fill="'
    told = f'{shape}{paint("region")}"/>'
    if one.look == "fill":
        told += f'{shape}{paint("primary")}" fill-opacity="{one.strength:g}"/>'
    if one.look == "hole":
        lines = hatch_path(drawn.country, one.code, drawn.frame)
        told += (
            f'<path d="{lines}" fill="none" stroke="{paint("region_border")}" '
            f'stroke-width="{HATCHED}" stroke-opacity=".55"/>'
        )
    line = "region" if one.look == "fill" else "region_border"  # light lines between fills
    edge = f'{shape}transparent" stroke="{paint(line)}" stroke-width="{LINE}"'
    return (
        f'<g class="area" data-code="{one.code}" data-tip="{html.escape(one.tip)}">{told}'
        f'{edge} class="edge" stroke-linejoin="round"/></g>'
    )


def _disc(one: Disc, paint: Paint) -> str:
    return (
        f'<g class="disc" data-code="{one.code}" data-tip="{html.escape(one.tip)}">'
        f'<circle cx="{one.x:.1f}" cy="{one.y:.1f}" r="{one.radius:.1f}" fill="{paint("primary")}" '
        f'fill-opacity=".82" stroke="{paint("halo")}" stroke-width="1.4"/></g>'
    )
