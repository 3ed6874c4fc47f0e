"""Many files: read on all cores, in their order, whatever one of them does to its reader."""
