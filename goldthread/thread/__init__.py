"""The picture: one immutable value that holds a whole plan at one moment, and what can be said of it.

Belongs here: the typed values, their JSON form, inspection frameworks as data, ratings, links from
finding to item, differences between two pictures, and the checks (GT codes).
Does not belong here: reading files, storing, printing; no Django.
"""
