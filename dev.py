#!/usr/bin/env python3
"""Everything a person does with this checkout: run, test, check, shots, bench, package, lock.

Needs Python 3.11 and nothing else; runs on Linux, macOS and Windows. The first call makes `.venv`
from `requirements.lock` and, on Debian and Ubuntu, installs the system libraries that Qt needs (as root or
with a sudo that asks no password; otherwise it prints the one command to run, and why). Later calls find
the stamp of that work and skip it.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this line is what tells the owner of an older Python
    sys.exit("dev.py needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import argparse
import contextlib
import hashlib
import os
import shlex
import shutil
import subprocess
import tempfile
import time
import venv
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = ENVIRONMENT / "acupress.stamp"
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")


class Stopped(Exception):
    """The work cannot go on; the text says what to do."""


# --- What Debian and Ubuntu must bring -----------------------------------------------------------------


@dataclass(frozen=True)
class SystemNeed:
    """Debian packages that one use of the checkout needs, and the reason in words."""

    packages: tuple[str, ...]
    reason: str


MAKE_ENVIRONMENT = SystemNeed(("python3-venv",), "Python on Debian cannot make an environment without it")
QT_LIBRARIES = SystemNeed(
    ("libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"),
    "Qt loads these system libraries",
)
QT_WINDOW = SystemNeed(
    ("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"),
    "Qt opens a window on an X11 screen with these",
)
QT_SOUND = SystemNeed(("libpulse0",), "Qt's voice and sounds load it")
SCREEN_TESTS = SystemNeed(
    ("xvfb", "xauth", "dbus", "at-spi2-core", "python3-pyatspi", "gir1.2-atspi-2.0", "libfaketime"),
    "the tests of a virtual screen, a message bus, a moved clock or a screen reader's view skip without them",
)


def on_debian() -> bool:
    """Whether packages are counted by dpkg here."""
    return sys.platform == "linux" and shutil.which("dpkg-query") is not None


def missing_packages(needs: Iterable[SystemNeed]) -> list[str]:
    """Debian packages of `needs` that are not installed; none on other systems.

    Newer Ubuntu releases renamed some libraries with the suffix t64; either name counts.
    """
    if not on_debian():
        return []
    wanted = [package for need in needs for package in need.packages]
    names = [name for package in wanted for name in (package, package + "t64")]
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,  # it exits 1 when one of the names is unknown, which is the question
    )
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in wanted if not {package, package + "t64"} & installed]


def administrator_prefix() -> list[str] | None:
    """What to put before apt-get to be allowed to install, or None when we may not."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and quiet(["sudo", "-n", "true"]) == 0:
        return ["sudo", "-n"]
    return None


def install_system_packages(packages: Sequence[str], reason: str) -> None:
    """Install Debian packages, or stop with the one command that an administrator must run."""
    print(f"Installing {' '.join(packages)} ({reason}).", flush=True)
    prefix = administrator_prefix()
    # Without Error-Mode=any, apt-get update exits 0 with no network and the install fails later, obscurely.
    update = ["apt-get", "-q", "-o", "APT::Update::Error-Mode=any", "update"]
    install = [
        "apt-get",
        "-q",
        "-o",
        "DPkg::Lock::Timeout=120",
        "install",
        "-y",
        "--no-install-recommends",
        *packages,
    ]
    by_hand = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    if prefix is None:
        raise Stopped(f"An administrator must run this once, because {reason}:\n  {by_hand}")
    silent = ["env", "DEBIAN_FRONTEND=noninteractive"]
    for command in (update, install):
        if subprocess.run([*prefix, *silent, *command], check=False).returncode != 0:
            raise Stopped(
                f"`{shlex.join(command)}` failed. It is needed because {reason}. By hand:\n  {by_hand}"
            )


def require(*needs: SystemNeed) -> None:
    """Install what is missing of `needs`, or stop in words."""
    missing = missing_packages(needs)
    if missing:
        reasons = "; ".join(need.reason for need in needs if set(need.packages) & set(missing))
        install_system_packages(missing, reasons)


def prefer(need: SystemNeed) -> None:
    """Install `need` where we may; say in one line what is left out where we may not."""
    missing = missing_packages([need])
    if not missing:
        return
    if administrator_prefix() is None:
        print(f"Not installed: {' '.join(missing)}; {need.reason}.")
        return
    try:
        install_system_packages(missing, need.reason)
    except Stopped as stopped:
        print(f"Going on without: {stopped}")


# --- The environment ------------------------------------------------------------------------------------


def quiet(command: Sequence[str | Path]) -> int:
    """Exit code of `command`, its output thrown away; 127 when there is no such program."""
    try:
        return subprocess.run([*map(str, command)], capture_output=True, check=False).returncode
    except OSError:
        return 127


def wanted_stamp() -> str:
    """One line that changes whenever the environment must be brought up to date."""
    digest = hashlib.sha256()
    for source in (LOCK, ROOT / "pyproject.toml"):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def environment_is_current() -> bool:
    """Whether `.venv` was finished from today's lock file."""
    try:
        return STAMP.read_text(encoding="utf-8").strip() == wanted_stamp() and quiet([PYTHON, "-V"]) == 0
    except OSError:
        return False


def make_environment() -> None:
    """Make `.venv`, or bring it up to date, and stamp it last so that a half-made one is never trusted."""
    if environment_is_current():
        return
    if quiet([PYTHON, "-m", "pip", "--version"]) != 0:
        # Nothing there, or the remains of a `python3 -m venv` that failed half-way.
        if not can_make_environments():
            require(MAKE_ENVIRONMENT)
        print(f"Making the environment {ENVIRONMENT} ...", flush=True)
        base = getattr(sys, "_base_executable", "") or sys.executable
        run_or_stop([base, "-m", "venv", "--clear", ENVIRONMENT], "the environment could not be made")
    STAMP.unlink(missing_ok=True)
    print("Installing the locked packages (the first time takes some minutes) ...", flush=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run_or_stop(
        [*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK],
        "the locked packages did not install",
    )
    run_or_stop(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], "the project itself did not install"
    )
    STAMP.write_text(wanted_stamp() + "\n", encoding="utf-8")


def can_make_environments() -> bool:
    """Whether this Python has what `venv` needs; Debian ships that part in a package of its own."""
    return quiet([sys.executable, "-c", "import ensurepip, venv"]) == 0


def run_or_stop(command: Sequence[str | Path], trouble: str, *, env: Mapping[str, str] | None = None) -> None:
    """Run `command` in the checkout with its output shown; stop with `trouble` when it fails."""
    words = [*map(str, command)]
    if subprocess.run(words, cwd=ROOT, env=env, check=False).returncode != 0:
        raise Stopped(f"{trouble}: `{shlex.join(words)}` failed; its own words stand above.")


# --- Where windows go -----------------------------------------------------------------------------------


def has_display() -> bool:
    """Whether a window can be seen: always on macOS and Windows, elsewhere where a screen is named.

    Somebody who told Qt to draw into memory sees nothing, whatever screens there are.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in {"offscreen", "minimal"}:
        return False
    if sys.platform != "linux" or platform:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    """This environment with Qt told to draw into memory.

    Left to itself without a display, Qt picks xcb and ends the process.
    """
    return {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen"}


def cache_folder() -> Path:
    """The user's own cache folder for this project, made if need be."""
    if WINDOWS:
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "acupress-desktop"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def app(*words: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Start the app, or one of its commands, and hand back its exit code."""
    command = [str(PYTHON), "-m", "acupress_desktop", *map(str, words)]
    return subprocess.run(command, env=env, check=False).returncode


# --- The commands ---------------------------------------------------------------------------------------


def run(words: list[str]) -> int:
    """Start the app; without a display, rehearse a whole session offscreen and say where it is."""
    require(QT_LIBRARIES, QT_SOUND, *([QT_WINDOW] if has_display() else []))
    make_environment()
    if has_display() or words:
        return app(*words, env=None if has_display() else offscreen())
    folder = Path(tempfile.mkdtemp(prefix="rehearsal-", dir=cache_folder()))
    print(
        "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY names one), so no window can open.\n"
        "Rehearsing a whole session offscreen instead ...",
        flush=True,
    )
    code = app("demo", "--out", folder, env=offscreen())
    if code == 0:
        print(f"The pictures and the journal of the rehearsal are in {folder}")
    return code


@dataclass(frozen=True)
class Step:
    """One tool of the test run: its name in the summary and its command."""

    name: str
    command: tuple[str | Path, ...]


def static_steps() -> tuple[Step, ...]:
    """The checks that read the code without running it."""
    lint_imports = ENVIRONMENT / ("Scripts/lint-imports.exe" if WINDOWS else "bin/lint-imports")
    return (
        Step("ruff check", (PYTHON, "-m", "ruff", "check", ".")),
        Step("ruff format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
        Step("mypy", (PYTHON, "-m", "mypy")),
        Step("import-linter", (lint_imports,)),
    )


TWO_WORKERS = ("-n", "2", "--dist", "loadfile")
"""A file of tests stays with one worker, so that what its tests share, such as bodies, is made once."""
MEMORY = Path("/dev/shm")  # noqa: S108 - looked at before it is used
MEMORY_FREE_BYTES = 2 * 1024**3


@contextlib.contextmanager
def surroundings_of_tests() -> Iterator[Mapping[str, str]]:
    """The environment in which tests are quick; what it makes is gone when the run ends.

    Numpy keeps to one thread: the two workers have the two cores, and the threads of small products only wait
    for each other. The tests' folders lie in memory where this machine has room for them there: a journal
    waits for the disk at every commit, and the tests make some thousands of them.
    """
    told = {"OPENBLAS_NUM_THREADS": "1"}
    try:
        roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > MEMORY_FREE_BYTES
    except OSError:
        roomy = False
    if not roomy:
        yield told
        return
    with tempfile.TemporaryDirectory(prefix="acupress-tests-", dir=MEMORY) as folder:
        yield {**told, "TMPDIR": folder}


@dataclass(frozen=True)
class Done:
    """How a step went: its exit code, its seconds, and what it said where that was kept for later."""

    step: Step
    code: int
    seconds: float
    said: str = ""

    @property
    def line(self) -> str:
        """The line of the summary."""
        return f"  {'ok    ' if self.code == 0 else 'FAILED'} {self.step.name} ({self.seconds:.0f} s)"


def do(step: Step, env: Mapping[str, str], *, spoken: bool) -> Done:
    """Run one step; what it says is shown at once, or kept."""
    command = [*map(str, step.command)]
    begun = time.monotonic()
    if spoken:
        print(f"--- {step.name}", flush=True)
        code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
        return Done(step, code, time.monotonic() - begun)
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env=env,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return Done(step, ran.returncode, time.monotonic() - begun, ran.stdout)


def walk(
    steps: Iterable[Step], extra: Mapping[str, str] | None = None, *, beside: Iterable[Step] = ()
) -> int:
    """Run every step, also after one has failed, then say how each went; `extra` is environment.

    What is to run `beside` them runs one after another at the same time, and is heard at the end.
    """
    env = {**offscreen(), "PYTHONFAULTHANDLER": "1", **(extra or {})}
    # Byte code is kept: without it every worker and every program that a test starts compiles all anew.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    with ThreadPoolExecutor(max_workers=1) as one_after_another:
        later = [one_after_another.submit(do, step, env, spoken=False) for step in beside]
        done = [do(step, env, spoken=True) for step in steps]
    for each in (future.result() for future in later):
        print(f"--- {each.step.name}", each.said.rstrip(), sep="\n", flush=True)
        done.append(each)
    print("--- summary", *(each.line for each in done), sep="\n", flush=True)
    return 1 if any(each.code for each in done) else 0


def test(words: list[str]) -> int:
    """Run everything that CI runs: style, types, walls and all tests."""
    require(QT_LIBRARIES, QT_SOUND)
    prefer(QT_WINDOW)
    prefer(SCREEN_TESTS)
    make_environment()
    pytest = Step("pytest", (PYTHON, "-m", "pytest", *TWO_WORKERS, *words))
    with surroundings_of_tests() as told:
        return walk((*static_steps(), pytest), told)


def check(words: list[str]) -> int:
    """Run the inner loop, under a minute: the fast tests, and beside them style, types and walls."""
    require(QT_LIBRARIES, QT_SOUND)
    make_environment()
    fast = ("-m", "not slow and not screen", "-q", *TWO_WORKERS)
    # The laws are tried on fewer examples here than in `test`.
    profile = os.environ.get("HYPOTHESIS_PROFILE", "quick")
    tests = Step("fast tests", (PYTHON, "-m", "pytest", *fast, *words))
    with surroundings_of_tests() as told:
        return walk((tests,), {**told, "HYPOTHESIS_PROFILE": profile}, beside=static_steps())


def shots(words: list[str]) -> int:
    """Draw a picture of every screen: `shots DIR`."""
    require(QT_LIBRARIES, QT_SOUND)
    make_environment()
    return app("shots", *(words or [str(ROOT / "shots")]), env=offscreen())


def bench(words: list[str]) -> int:
    """Measure: run every bench/bench_*.py, or those whose names are given."""
    require(QT_LIBRARIES, QT_SOUND)
    make_environment()
    scripts = sorted((ROOT / "bench").glob("bench_*.py"))
    chosen = [script for script in scripts if not words or any(word in script.stem for word in words)]
    if not chosen:
        raise Stopped(f"No bench of that name; there are: {', '.join(script.stem for script in scripts)}")
    from bench.table import GATHER, KEPT, gathered_table

    # The programs are started with their byte code kept: without it each start would measure the compiler.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="acupress-bench-") as folder:
        gathered = Path(folder) / "figures.jsonl"
        os.environ[GATHER] = str(gathered)
        os.environ[KEPT] = folder
        code = walk(Step(script.stem, (PYTHON, "-m", f"bench.{script.stem}")) for script in chosen)
        if gathered.exists():
            print("--- figures", gathered_table(gathered), load_told(), sep="\n", flush=True)
    return code


def load_told() -> str:
    """One line on how busy the machine is: times are only worth something where the cores were free."""
    if not hasattr(os, "getloadavg"):
        return ""
    busy = os.getloadavg()[1]
    return f"{busy:.1f} programs wanted a core in the last five minutes; this machine has {os.cpu_count()}."


def package(_words: list[str]) -> int:
    """Build the wheel into dist/, install it into an environment of its own and look inside."""
    make_environment()
    wheels_before = set((ROOT / "dist").glob("*.whl"))
    for wheel in wheels_before:
        wheel.unlink()
    run_or_stop(
        [PYTHON, "-m", "build", "--no-isolation", "--wheel", "--outdir", ROOT / "dist", ROOT],
        "the wheel did not build",
    )
    (wheel,) = (ROOT / "dist").glob("*.whl")
    inspect_wheel(wheel)
    with tempfile.TemporaryDirectory(prefix="acupress-wheel-") as folder:
        try_wheel(wheel, Path(folder))
    print(f"{wheel.relative_to(ROOT)}: {wheel.stat().st_size / 1e6:.1f} MB, assets inside, starts.")
    return 0


def inspect_wheel(wheel: Path) -> None:
    """Stop unless every file of assets/ is in the wheel, byte for byte."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
        for path in sorted((ROOT / "assets").rglob("*")):
            name = f"acupress_desktop/{path.relative_to(ROOT).as_posix()}"
            if path.is_dir() or path.name.startswith("."):
                continue
            if name not in inside or archive.read(name) != path.read_bytes():
                raise Stopped(f"{wheel.name} lacks {name}; see force-include in pyproject.toml.")


def try_wheel(wheel: Path, folder: Path) -> None:
    """Install `wheel` into a new environment under `folder` and ask it for its sources and licences.

    The locked dependencies are lent from `.venv`; the editable install there is not, because a .pth file
    inside a lent folder is not followed.
    """
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    run_or_stop(
        [PYTHON, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel],
        "the wheel did not install",
    )
    lent = site_packages(PYTHON)
    (site_packages(python) / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    door = folder / ("Scripts/acupress.exe" if WINDOWS else "bin/acupress")
    outside = {**offscreen(), "PYTHONPATH": ""}
    answer = subprocess.run(
        [str(door), "--json", "sources"], cwd=folder, env=outside, check=False, capture_output=True, text=True
    )
    if answer.returncode != 0:
        raise Stopped(f"the installed `acupress sources` failed:\n{answer.stdout}{answer.stderr}")


def site_packages(python: Path) -> Path:
    """The folder in which `python` keeps its packages."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(
        subprocess.run([str(python), "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    )


def lock(_words: list[str]) -> int:
    """Write requirements.lock anew from pyproject.toml (needs uv: `pip install uv`)."""
    uv = ENVIRONMENT / ("Scripts/uv.exe" if WINDOWS else "bin/uv")
    found = str(uv) if uv.exists() else shutil.which("uv")
    if found is None:
        raise Stopped("Writing the lock file needs uv: `pip install uv`, then again.")
    command = [
        found,
        "pip",
        "compile",
        "pyproject.toml",
        "--group",
        "dev",
        "--universal",
        "--generate-hashes",
    ]
    command += ["--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    command += ["--custom-compile-command", "python3 dev.py lock", "--upgrade", "--output-file", str(LOCK)]
    run_or_stop(command, "the lock file was not written")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "shots": shots,
    "bench": bench,
    "package": package,
    "lock": lock,
}


def main() -> int:
    """Read the command line and do what it says."""
    described = "\n".join(
        f"  {name:<8} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()
    )
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=f"commands:\n{described}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    parser.add_argument("words", nargs=argparse.REMAINDER, help="handed on to the app, pytest or the bench")
    arguments = parser.parse_args()
    try:
        return COMMANDS[arguments.command](arguments.words)
    except Stopped as stopped:
        print(f"dev.py: {stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
