"""Pictures of the atlas' own making: fonts, canvas, documents, maps and charts as SVG. Pure."""
