"""The commands. They translate what was typed, call the layer that knows, and reply; they decide nothing.

Each command imports what it needs when it runs, so that ``goldthread --help`` answers at once.
"""
