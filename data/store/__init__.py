"""Where the curated tables are read from: the data package, or a database.

Two readings of the same tables: whole and checked, as the views need them (`Store.load`), and as
an expression that is filtered, grouped and counted where the rows are (`Store.table` and
`Store.answer`).
"""
