"""Files in, a proposed picture out, each value with its place and its quote.

Belongs here: readers (one a file type) that turn bytes into lines and tables, and interpreters that turn
lines and tables into a proposed picture with problems for a person.
Does not belong here: guessing (doubt becomes a problem), writing, storing, printing.
"""
