"""Suggestions compared with an annotated set: precision, recall and F1 a recogniser, and the confusion of types."""
