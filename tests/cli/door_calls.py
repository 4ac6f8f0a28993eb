"""Calls of the headless door, as a shell makes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from acupress_desktop.cli import door


@dataclass(frozen=True)
class Called:
    """What came back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on stdout."""
        return json.loads(self.out)


class Door:
    """Calls ``acupress`` on a data folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Called:
        self._capsys.readouterr()
        code = door.main([*arguments, "--data", str(self.folder)])
        captured = self._capsys.readouterr()
        return Called(code, captured.out, captured.err)

    def json(self, *arguments: str) -> Any:
        called = self(*arguments, "--json")
        assert called.code == 0, called.err
        found = called.json
        assert found["schema"] == 1
        return found

    def file(self, name: str, text: str) -> str:
        path = self.folder.parent / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def answers(self, complaint: str, changed: Mapping[str, object] | None = None, **top: object) -> str:
        """Write an answers file of somebody of 40 without any risk but what ``changed`` says."""
        asked = self.json("questions", "--complaint", complaint)["questions"]
        harmless: dict[str, object] = {}
        for question in asked:
            if question["only_if"] or question["id"] in ("age", "can_be_pregnant"):
                continue
            match question["kind"]:
                case "yes_no_unsure":
                    harmless[question["id"]] = "no"
                case "multi" | "region":
                    harmless[question["id"]] = []
                case _:
                    harmless[question["id"]] = question["options"][0]["id"]
        content = {
            "schema": 1,
            "complaint": complaint,
            "age": 40,
            "can_be_pregnant": "no",
            "answers": {**harmless, **(changed or {})},
            **top,
        }
        return self.file("answers.json", json.dumps(content))
