#!/usr/bin/env python
"""Django's own commands, for those who work on Goldthread. Whoever runs it uses ``goldthread serve`` and its like."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.settings")
    execute_from_command_line(sys.argv)
