"""May we bid for it: the checks of a notice against the profile of an organisation, one file per check."""
