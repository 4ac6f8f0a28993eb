"""dev.py on machines other than this one: no dpkg, a renamed library, no administrator, half-made folders."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import dev

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in programs are shell scripts")

INSTALLED = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"


def put_program(folder: Path, name: str, script: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH of our own, with a dpkg-query that knows INSTALLED and no other program; not root."""
    cases = "".join(f'{name}) echo "{name} installed";;' for name in INSTALLED.split())
    put_program(tmp_path, "dpkg-query", f'for name in "$@"; do case "$name" in {cases} esac; done; exit 1')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="packages are counted by dpkg on Linux only")
class TestSystemPackages:
    def test_only_what_is_missing_is_asked_for(self, machine: Path) -> None:
        assert dev.missing_packages([dev.QT_LIBRARIES]) == ["libglib2.0-0"]

    def test_a_library_renamed_by_ubuntu_counts(self, machine: Path) -> None:
        renamed = 'for name in "$@"; do case "$name" in *t64) echo "$name installed";; esac; done'
        put_program(machine, "dpkg-query", renamed)
        assert dev.missing_packages([dev.QT_LIBRARIES]) == []

    def test_without_dpkg_nothing_is_asked_for(self, machine: Path) -> None:
        (machine / "dpkg-query").unlink()
        assert dev.missing_packages([dev.QT_LIBRARIES]) == []

    def test_an_ordinary_user_gets_the_one_command_and_the_reason(self, machine: Path) -> None:
        with pytest.raises(dev.Stopped) as stopped:
            dev.require(dev.QT_LIBRARIES)
        words = str(stopped.value)
        assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends libglib2.0-0" in words
        assert dev.QT_LIBRARIES.reason in words

    def test_what_is_only_preferred_is_told_and_left_out(
        self, machine: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        dev.prefer(dev.SCREEN_TESTS)
        assert "xvfb" in capsys.readouterr().out

    def test_sudo_that_asks_no_password_installs_what_is_missing(self, machine: Path) -> None:
        put_program(machine, "sudo", f'[ "$1" = -n ] && printf "%s\\n" "$*" >> {machine}/asked')
        dev.require(dev.QT_LIBRARIES)
        asked = (machine / "asked").read_text(encoding="utf-8").splitlines()
        assert "update" in asked[-2]
        assert "APT::Update::Error-Mode=any" in asked[-2]
        assert asked[-1].split()[-1] == "libglib2.0-0"
        assert "DEBIAN_FRONTEND=noninteractive" in asked[-1]

    def test_an_update_without_network_stops_in_words(self, machine: Path) -> None:
        put_program(machine, "sudo", 'case "$*" in *update*) exit 100;; esac')
        with pytest.raises(dev.Stopped, match="update` failed"):
            dev.require(dev.QT_LIBRARIES)


class TestEnvironment:
    @pytest.fixture
    def checkout(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A checkout whose environment is a folder with a python in it and nothing else."""
        for name in ("requirements.lock", "pyproject.toml"):
            (tmp_path / name).write_text("one\n", encoding="utf-8")
        python = tmp_path / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.symlink_to(sys.executable)
        monkeypatch.setattr(dev, "ROOT", tmp_path)
        monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
        monkeypatch.setattr(dev, "PYTHON", python)
        monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "acupress.stamp")
        return tmp_path

    def test_a_half_made_one_is_not_trusted(self, checkout: Path) -> None:
        assert not dev.environment_is_current()

    def test_a_stamped_one_is_used_as_it_is(self, checkout: Path) -> None:
        dev.STAMP.write_text(dev.wanted_stamp() + "\n", encoding="utf-8")
        assert dev.environment_is_current()

    @pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
    def test_a_changed_file_asks_for_work(self, checkout: Path, name: str) -> None:
        dev.STAMP.write_text(dev.wanted_stamp() + "\n", encoding="utf-8")
        (checkout / name).write_text("two\n", encoding="utf-8")
        assert not dev.environment_is_current()

    def test_a_stamp_without_its_python_asks_for_work(self, checkout: Path) -> None:
        dev.STAMP.write_text(dev.wanted_stamp() + "\n", encoding="utf-8")
        dev.PYTHON.unlink()
        assert not dev.environment_is_current()


class TestDisplay:
    @pytest.fixture(autouse=True)
    def no_screen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(sys, "platform", "linux")

    @pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
    def test_a_named_screen_counts(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        assert not dev.has_display()
        monkeypatch.setenv(name, "vnc:0")
        assert dev.has_display()

    @pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
    def test_drawing_into_memory_is_no_screen(self, platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=1280x800")
        assert not dev.has_display()

    def test_offscreen_does_not_overrule_a_choice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", "vnc")
        assert dev.offscreen()["QT_QPA_PLATFORM"] == "vnc"
        monkeypatch.delenv("QT_QPA_PLATFORM")
        assert dev.offscreen()["QT_QPA_PLATFORM"] == "offscreen"


class TestWheel:
    @pytest.fixture
    def checkout(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (tmp_path / "assets" / "atlas").mkdir(parents=True)
        (tmp_path / "assets" / "atlas" / "points.jsonl").write_text("{}\n", encoding="utf-8")
        monkeypatch.setattr(dev, "ROOT", tmp_path)
        return tmp_path

    def wheel_with(self, folder: Path, files: dict[str, str]) -> Path:
        wheel = folder / "x.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        return wheel

    def test_a_whole_wheel_passes(self, checkout: Path) -> None:
        dev.inspect_wheel(self.wheel_with(checkout, {"acupress_desktop/assets/atlas/points.jsonl": "{}\n"}))

    @pytest.mark.parametrize("files", [{}, {"acupress_desktop/assets/atlas/points.jsonl": "{"}])
    def test_a_wheel_without_its_data_is_refused(self, checkout: Path, files: dict[str, str]) -> None:
        with pytest.raises(dev.Stopped, match=r"points\.jsonl"):
            dev.inspect_wheel(self.wheel_with(checkout, files))


def test_the_script_says_what_it_can_do() -> None:
    script = dev.ROOT / "dev.py"
    done = subprocess.run([sys.executable, str(script), "--help"], capture_output=True, text=True, check=True)
    for name in ("run", "test", "check", "shots", "bench", "package"):
        assert f"\n  {name} " in done.stdout


def test_ci_runs_what_the_readme_tells_people_to_run() -> None:
    readme = (dev.ROOT / "README.md").read_text(encoding="utf-8")
    ci = (dev.ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 dev.py test" in readme
    assert "python3 dev.py test" in ci


class TestWalk:
    def step(self, name: str, said: str, code: int = 0) -> dev.Step:
        return dev.Step(name, (sys.executable, "-c", f"print({said!r}); raise SystemExit({code})"))

    def test_what_runs_beside_is_heard_afterwards_and_counts(self, capfd: pytest.CaptureFixture[str]) -> None:
        beside = (self.step("types", "one wrong", 1), self.step("walls", "all stand"))
        assert dev.walk((self.step("tests", "all pass"),), beside=beside) == 1
        said = capfd.readouterr().out
        assert said.index("all pass") < said.index("one wrong") < said.index("all stand")
        assert "ok     tests" in said
        assert "FAILED types" in said
        assert "ok     walls" in said

    def test_all_well_is_no_failure(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert dev.walk((self.step("tests", "all pass"),), beside=(self.step("types", "none"),)) == 0
        assert "FAILED" not in capfd.readouterr().out
