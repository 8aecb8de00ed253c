"""Colours, symbols and type, and plotly's words."""
