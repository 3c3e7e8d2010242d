"""What keeps the repository true to itself: the reference made from the code, links, sizes. No part of the package."""
