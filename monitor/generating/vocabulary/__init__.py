"""The words of the made-up archive. States, cities and agencies are real; persons, villages and happenings are not."""
