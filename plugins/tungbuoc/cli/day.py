"""The day, for the ledger and for what is due."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Today; SOURCE_DATE_EPOCH fixes it for tests and packagers."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()
