"""What a page is made of: views, charts, maps, controls, cards, language and theme."""
