"""Errors of misuse. A faulty document is not one of them: it gives a notice with findings."""


class TenderKitError(Exception):
    """Say what went wrong, where, and what to do next.

    Every exception that leaves the package's public functions is one of these. The message is Chinese
    where the matter is a document's (its user reads Chinese); ``english`` says the same in English.
    """

    def __init__(self, message: str, english: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.english = english or message


class UnreadableSource(TenderKitError):
    """The bytes are of a kind that cannot be read: legacy ``.doc``, a scanned PDF, an archive, noise."""


class BrokenReader(UnreadableSource):
    """The reader of the package itself failed on a source: a fault to report, not one of the document."""


class LimitExceeded(TenderKitError):
    """The source is larger, deeper or more inflated than the limits allow."""
