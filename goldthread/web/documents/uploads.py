"""How a file comes in: onto the disk, and never more of it than may be handed in."""

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class CappedUploadHandler(TemporaryFileUploadHandler):
    """Keeps a file's beginning and counts the rest, so that nobody fills the disk before the form can say that it is too large."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Drops what lies beyond the most; the size that the form is told of is still the whole file's."""
        return super().receive_data_chunk(raw_data, start) if start <= settings.MAX_UPLOAD_BYTES else None
