"""Bringing a file: from a statistician's sheet to rows of the curated tables, or a plain refusal.

The command is ``python -m data.bring`` (see ``docs/bringing-data.md``), which says everything in
English or Russian. A message is an English sentence with placeholders (`data.bring.problems`);
`data.bring.words` translates it.
"""
