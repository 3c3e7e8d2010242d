"""``python -m goldthread.cli``: the ``goldthread`` command without its script."""

from goldthread.cli.main import main

main()
