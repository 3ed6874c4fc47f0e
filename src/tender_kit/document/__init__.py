"""From a source to its structure, never to its meaning: text, blocks, tables, sections, label-value pairs."""
