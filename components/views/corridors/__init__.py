"""Views of corridors: the map, ranked partners, Sankey, time lines, one corridor in detail."""
