"""Files sent to the site: which kinds, how large, and a sentence for each thing that can be wrong."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

_MEGABYTE = 1_000_000


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _size(octets: int) -> str:
    if octets < _MEGABYTE:
        return f"{max(1, octets // 1000)} kB"
    return f"{octets / _MEGABYTE:.1f}".removesuffix(".0") + " MB"


class DocumentField(forms.FileField):
    """A file. kinds: suffix → its words, such as ``{".docx": "Word"}``. most: the largest size in bytes.

    The hint names both when no ``help_text`` is given. What a file really is, is for intake to find out.
    """

    def __init__(self, *, kinds: Mapping[str, str], most: int, **options: Any) -> None:
        self.kinds, self.most = kinds, most
        options.setdefault("help_text", f"{_listed(self._kinds_in_words())}, up to {_size(most)}")
        options.setdefault("widget", forms.FileInput(attrs={"accept": ",".join(kinds)}))
        messages = {
            "required": "Choose a file",
            "empty": "The file is empty. Save it again and choose it",
            **options.pop("error_messages", {}),
        }
        super().__init__(error_messages=messages, **options)

    def _kinds_in_words(self) -> list[str]:
        suffixes: dict[str, list[str]] = {}
        for suffix, words in self.kinds.items():
            suffixes.setdefault(words, []).append(suffix)
        return [f"{words} ({', '.join(listed)})" for words, listed in suffixes.items()]

    def to_python(self, data: Any) -> UploadedFile | None:
        """The file. Raises ValidationError when it is of another kind or too large."""
        found = super().to_python(data)
        if isinstance(found, UploadedFile):
            self._check(str(found.name), found.size or 0)
            return found
        return None

    def _check(self, name: str, size: int) -> None:
        suffix = PurePath(name).suffix.lower()
        if suffix not in self.kinds:
            kind = f"is a {suffix} file" if suffix else "has no ending that tells its kind"
            raise ValidationError(f"{name} {kind}. Choose {_listed(self._kinds_in_words())}", code="kind")
        if size > self.most:
            raise ValidationError(f"{name} has {_size(size)}; at most {_size(self.most)} can be read. Send it in parts", code="size")


class _ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class DocumentsField(DocumentField):
    """Several files, each checked; gives a list. most_files: how many at once."""

    def __init__(self, *, kinds: Mapping[str, str], most: int, most_files: int, **options: Any) -> None:
        self.most_files = most_files
        super().__init__(kinds=kinds, most=most, widget=_ManyFiles(attrs={"accept": ",".join(kinds)}), **options)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Every file; the errors of all of them at once."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if not files:
            return [super().clean(None, initial)] if self.required else []
        if len(files) > self.most_files:
            raise ValidationError(f"{len(files)} files were chosen; at most {self.most_files} are read at once", code="many")
        return self._each([one for one in files if one])

    def _each(self, files: Sequence[UploadedFile]) -> list[UploadedFile]:
        good, errors = [], []
        for one in files:
            try:
                good.append(super().clean(one))
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return good
