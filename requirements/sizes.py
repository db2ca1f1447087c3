"""Measure what the lock of the engine weighs on each platform, and write it into sizes.json beside this file.

Run by ``make lock``. Registries need not tell the sizes of their files, so that every platform's packages are really
downloaded and unpacked once, some gigabytes, which also shows that the lock can be had there.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tomllib

FOLDER = Path(__file__).resolve().parent
LOCK = FOLDER / "engine.txt"
PLATFORMS = {
    "linux-x86_64": "x86_64-unknown-linux-gnu",
    "linux-aarch64": "aarch64-unknown-linux-gnu",
    "windows-x86_64": "x86_64-pc-windows-msvc",
    "macos-arm64": "aarch64-apple-darwin",
}
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
MEASURED = "3.11"
MACOS = "14.0"
"""The oldest that torch runs on."""
TORCH = re.compile(r"torch(vision)?|triton|nvidia-.*|cuda-.*")
"""The packages that a torch from its own index replaces or does without."""
TORCH_FOLDERS = ("torch", "torchvision", "torchvision.libs", "triton", "nvidia", "cuda")
UNITS = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


def main() -> None:
    """Measure and write."""
    with tempfile.TemporaryDirectory(dir=FOLDER.parent, prefix=".sizes-") as name:
        folder = Path(name)
        sources = packages_without_wheels(folder)
        wheels = folder / "wheels.txt"
        wheels.write_text("\n".join(text for package, text in packages().items() if package not in sources))
        table = {"sources": sources, "platforms": {key: measure(wheels, folder, key) for key in PLATFORMS}}
    (FOLDER / "sizes.json").write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


def packages() -> dict[str, str]:
    """The lock's entries by package; one with several versions is one text."""
    entries: dict[str, str] = {}
    for entry in re.split(r"\n(?=[a-z0-9])", LOCK.read_text(encoding="utf-8"))[1:]:
        package = entry.partition("==")[0]
        entries[package] = entries.get(package, "") + entry + "\n"
    return entries


def packages_without_wheels(folder: Path) -> list[str]:
    """Names of the packages that come as source on every platform."""
    target = folder / "pylock.toml"
    done = uv("compile", "--universal", "--python-version", PYTHONS[0], "--no-deps", str(LOCK), "-o", str(target))
    if done.returncode:
        raise SystemExit(done.stdout)
    locked = tomllib.loads(target.read_text(encoding="utf-8"))["packages"]
    return sorted(package["name"] for package in locked if not package.get("wheels"))


def measure(wheels: Path, folder: Path, platform: str) -> dict[str, object]:
    """Bytes to download and on disk of one platform, those of torch's family by themselves, and the Pythons it has."""
    pythons = [python for python in PYTHONS if can_be_had(wheels, folder, platform, python)]
    target = folder / platform
    done = install(wheels, folder, platform, MEASURED)
    if done.returncode:
        raise SystemExit(f"The lock cannot be had for {platform}:\n{done.stdout}")
    loads = {
        package: round(float(number) * UNITS[unit])
        for package, number, unit in re.findall(r"^Downloading (\S+) \(([\d.]+)(\w+)\)$", done.stdout, re.MULTILINE)
    }
    sizes = {
        "pythons": pythons,
        "download": sum(loads.values()),
        "disk": size_of(target),
        "torch_download": sum(size for package, size in loads.items() if TORCH.fullmatch(package)),
        "torch_disk": sum(size_of(target / name) for name in TORCH_FOLDERS),
    }
    sys.stdout.write(f"{platform}: {sizes}\n")
    return sizes


def can_be_had(wheels: Path, folder: Path, platform: str, python: str) -> bool:
    """Whether every package that comes as wheels has a wheel for this Python on this platform."""
    return install(wheels, folder, platform, python, "--dry-run").returncode == 0


def install(wheels: Path, folder: Path, platform: str, python: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Unpack the lock's wheels of a platform into a folder of its name."""
    command = ["install", "--no-deps", "--no-build", "--require-hashes", "--requirements", str(wheels)]
    command += ["--target", str(folder / platform), "--cache-dir", str(folder / f"cache-{platform}")]
    command += ["--python-platform", PLATFORMS[platform], "--python-version", python, *options]
    return uv(*command)


def uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of uv's pip commands, with the uv that runs this script."""
    command = [os.environ["UV"], "pip", *arguments]
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": MACOS}
    return subprocess.run(  # noqa: S603 (both made here)
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


def size_of(folder: Path) -> int:
    """Bytes of the files in a folder, which need not exist."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
