"""Work in the background, started by operations after their commit. A job calls an operation; it decides nothing."""
