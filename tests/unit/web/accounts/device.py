"""A device that holds passkeys, as a browser would speak with it. Origin and host are those of Django's test client."""

import json
import os
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

HOST, ORIGIN = "localhost", "http://localhost"
_PRESENT_AND_VERIFIED, _WITH_KEY = 0x05, 0x40


class Device:
    """One key. verifies: whether it asks who holds it."""

    def __init__(self, *, verifies: bool = True) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.number = os.urandom(16)
        self.flags = _PRESENT_AND_VERIFIED if verifies else 0x01
        self.owner = b""

    def make(self, options: dict[str, Any]) -> str:
        """What the browser sends when the passkey is made."""
        asked = options["publicKey"]
        self.owner = websafe_decode(asked["user"]["id"])
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        held = b"\0" * 16 + len(self.number).to_bytes(2, "big") + self.number + public
        data = self._data(self.flags | _WITH_KEY) + held
        attested = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._said(
            {"clientDataJSON": self._client("webauthn.create", asked), "attestationObject": attested}, {"credProps": {"rk": True}}
        )

    def sign(self, options: dict[str, Any]) -> str:
        """What the browser sends when the passkey is asked for."""
        client, data = self._client("webauthn.get", options["publicKey"]), self._data(self.flags)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        parts = {"clientDataJSON": client, "authenticatorData": data, "signature": signature, "userHandle": self.owner}
        return self._said(parts, {})

    def _data(self, flags: int) -> bytes:
        return sha256(HOST.encode()).digest() + bytes([flags]) + (0).to_bytes(4, "big")

    @staticmethod
    def _client(kind: str, asked: dict[str, Any]) -> bytes:
        return json.dumps({"type": kind, "challenge": asked["challenge"], "origin": ORIGIN, "crossOrigin": False}).encode()

    def _said(self, parts: dict[str, bytes], extensions: dict[str, Any]) -> str:
        name = websafe_encode(self.number)
        response = {part: websafe_encode(value) for part, value in parts.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": extensions})
