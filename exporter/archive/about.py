"""What stands beside the stories, for whoever finds the folder without this program."""

README = """\
This folder is an archive of news stories: an OCFL 1.1 storage root (Oxford Common File Layout,
https://ocfl.io/1.1/spec/), laid out by its community extension
0003-hash-and-id-n-tuple-storage-layout. Any software for OCFL reads it; so do people.

Each story has a folder, called after its identifier. In it, inventory.json lists all versions (v1,
v2, ...), each with the time, who made it and why, and its files with their SHA-512:

  source/...       the story as it was received, byte by byte, with its pictures
  story.json       what was understood of it: headline, byline, dateline, text, notes to editors
  metadata.json    what it is about; whether it is filed, updated, corrected or withdrawn; what its
                   renditions are
  renditions/...   its print copy (PDF/A), book (EPUB) and Word file, where it may be published

A file that is the same in a later version is not stored again: the inventory tells where it lies.
Sources are whole, also where a sender barred a passage or a story from publication: what may be
published is in the renditions.
"""
