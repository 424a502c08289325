"""Events as JSON Lines: what `export_events` writes, `import_events` reads back."""
