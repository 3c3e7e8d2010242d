"""Northmere is no package of the product: its folder is put on the path for its own tests only."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "northmere"))
