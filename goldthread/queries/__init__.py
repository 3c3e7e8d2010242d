"""Reading. Every set of things is ``visible_to(acting)``; what is not visible does not exist for the reader. Writes nothing.

Pictures of stored plans are built here (``pictures``), so that checks, maps and papers work on them as on any file.
"""
