"""Office files are ZIP archives that remember when they were written; two runs over one notice must give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

EPOCH = datetime(2000, 1, 1)
"""The moment that generated documents carry: theirs says nothing about the notice."""

# The writers put the time of saving here themselves, after the properties have been set.
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FIXED = rb"\g<1>2000-01-01T00:00:00Z"


def without_clock(data: bytes) -> bytes:
    """Write the archive again with every member at one fixed moment."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=EPOCH.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            content = source.read(name)
            fixed.writestr(member, _MODIFIED.sub(_FIXED, content) if name == "docProps/core.xml" else content)
    return target.getvalue()
