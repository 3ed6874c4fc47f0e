"""tender_kit reads Chinese procurement notices."""
