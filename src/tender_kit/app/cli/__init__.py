"""The command line: ``tender-kit parse | explain | compare | screen | profile | checklist | schema``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; whatever stops it, it ends with one sentence and its exit code."""
    try:
        _run()
    except KeyboardInterrupt:  # before the words of either language are there
        print("已中断。Interrupted.", file=sys.stderr)
        sys.exit(130)


def _run() -> None:
    from tender_kit.app.cli.ending import one_sentence
    from tender_kit.app.cli.language import chosen_language
    from tender_kit.app.cli.program import build_program
    from tender_kit.vocab.words import load_words

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal of another encoding shows what it can
            stream.reconfigure(errors="backslashreplace")
    language = chosen_language(sys.argv[1:])
    with one_sentence(load_words(language)):
        build_program(language)()
