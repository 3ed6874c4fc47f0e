"""From structure to facts: one file per family of fields, and the registry that gives their order."""
