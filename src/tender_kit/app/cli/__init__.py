"""The command line: ``tender-kit parse | explain | compare | screen | profile | checklist | schema``."""

from __future__ import annotations

import signal
import sys


def main() -> None:
    """Run the command line. A closed pipe and Ctrl-C end it without a word."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    from tender_kit.app.cli.language import chosen_language
    from tender_kit.app.cli.program import build_program

    build_program(chosen_language(sys.argv[1:]))()
