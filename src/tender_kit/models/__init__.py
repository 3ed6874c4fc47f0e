"""The models: what a notice says, as values. No parsing and no rendering here."""
