"""The words of the made-up archive. States, cities and agencies are real; persons, villages and all that happens are not."""
