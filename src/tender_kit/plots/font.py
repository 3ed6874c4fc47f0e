"""A Chinese font for matplotlib that needs none of the system."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from tender_kit.core.errors import TenderKitError
from tender_kit.vocab.words import load_words

FAMILY = "Noto Sans SC"
# The file is taken out of the package without importing it: its import changes matplotlib and the environment.
_PACKAGE, _FILE = "zhplot", "zhplot/fonts/NotoSansSC-Regular.ttf"


def use_chinese_font() -> str:
    """Let matplotlib write Chinese, on any machine: with Noto Sans SC, which the extra ``notebook`` brings. Gives its family.

    Raises:
        TenderKitError: the extra is not installed.
    """
    try:
        import matplotlib
        from matplotlib.font_manager import fontManager

        path = str(distribution(_PACKAGE).locate_file(_FILE))
    except (ImportError, PackageNotFoundError) as error:
        zh, en = (load_words(language).say("plot_extra") for language in ("zh", "en"))
        raise TenderKitError(zh, en) from error
    if not any(entry.fname == path for entry in fontManager.ttflist):
        fontManager.addfont(path)
    others = [family for family in matplotlib.rcParams["font.sans-serif"] if family != FAMILY]
    matplotlib.rcParams["font.sans-serif"] = [FAMILY, *others]
    matplotlib.rcParams["font.family"] = ["sans-serif"]
    return FAMILY
