"""What is said of questions to the tables: names, refusals, examples, columns at hand."""
