"""A client of yaml-language-server: what an editor asks it, over standard input and output."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MODULE = Path(__file__).parent.parent.parent / "node_modules" / "yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}


class LanguageServer:
    """One server; `open` shows it a file, and then it can be asked about places in it."""

    def __init__(self, root: Path) -> None:
        command = ["node", str(MODULE / "bin" / "yaml-language-server"), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._last = 0
        self._uri = ""
        uri = root.as_uri()
        capabilities = {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": False}}, "hover": {}},
            "workspace": {"configuration": True},
        }
        self.ask("initialize", processId=None, rootUri=uri, capabilities=capabilities)
        self._send({"method": "initialized", "params": {}})

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Show a file with a text; the problems that the server finds in it."""
        self._uri = file.as_uri()
        document = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        for message in self._messages():
            told = message.get("params") if message.get("method") == "textDocument/publishDiagnostics" else {}
            if told and told["uri"] == self._uri:
                return list(told["diagnostics"])
        raise AssertionError("the server ended")

    def completions(self, line: int, column: int) -> dict[str, str]:
        """What may be written at a position, counted from 0, each with what is said of it."""
        found = self.ask("textDocument/completion", **self._at(line, column))
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: _text(item.get("documentation", "")) for item in items}

    def hover(self, line: int, column: int) -> str:
        """What is said of the word at a position, counted from 0."""
        found = self.ask("textDocument/hover", **self._at(line, column))
        return _text(found["contents"]) if found else ""

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request."""
        self._last += 1
        asked = self._last
        self._send({"id": asked, "method": method, "params": params})
        for message in self._messages():
            if message.get("id") == asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
        raise AssertionError("the server ended")

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": column}}

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _messages(self) -> Iterator[dict[str, Any]]:
        """What the server sends; what it asks of an editor is answered on the way."""
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(length))
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                result = [SETTINGS.get(item.get("section", "")) for item in items]
                self._send({"id": message["id"], "result": result})
            yield message


def _text(found: Any) -> str:
    return found["value"] if isinstance(found, dict) else str(found)
