"""Takes attachments, gives lines of Base64; encodes what many attachments share only once."""

from __future__ import annotations

from binascii import b2a_base64

from layout.model.records import Struct

LINE = 76
"""Characters a line (RFC 2045, 6.8)."""
BYTES_A_LINE = LINE * 3 // 4


def encode_lines(data: bytes) -> bytes:
    """The data as lines of Base64, each ended by CR LF, the last one not."""
    encoded = b2a_base64(data, newline=False)
    return b"\r\n".join([encoded[start : start + LINE] for start in range(0, len(encoded), LINE)])


class Encoder(Struct):
    """Encodes `common`, and files that begin as it does, as an incremental update of a PDF begins."""

    common: bytes
    head: bytes = b""
    head_lines: bytes = b""

    def __post_init__(self) -> None:
        self.head = self.common[: len(self.common) // BYTES_A_LINE * BYTES_A_LINE]
        self.head_lines = encode_lines(self.head)

    def encode(self, data: bytes) -> tuple[bytes, ...]:
        """The lines of `data`, in pieces to be written one after the other."""
        if not self.head or not data.startswith(self.head):
            return (encode_lines(data),)
        rest = encode_lines(data[len(self.head) :])
        return (self.head_lines, b"\r\n", rest) if rest else (self.head_lines,)
