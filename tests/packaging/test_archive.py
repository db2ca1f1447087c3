"""The archive is what QGIS and the engine need, and keeps the rules of the plugin repository."""

from __future__ import annotations

import os
import re
from configparser import ConfigParser
from zipfile import ZipFile

import pytest

from phrasegon.packaging.archive import LARGEST_BYTES, ROOT, ArchiveError, build, changes_of

REQUIRED_KEYS = {
    *("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository"),
}
RECOMMENDED_KEYS = {
    *("homepage", "changelog", "qgisMaximumVersion", "tags", "icon", "category", "experimental", "deprecated"),
    *("server", "hasProcessingProvider"),
}
SUSPICIOUS = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".pyo", ".pyd", ".whl", ".zip")
EXECUTABLES = (b"\x7fELF", b"MZ", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
NEEDED = {
    *("__init__.py", "metadata.txt", "LICENSE", "plugin/main.py", "protocol/wire.py", "model/engine/__main__.py"),
    *("resources/icons/phrasegon.svg", "resources/weights/README.md", "model/weights/catalogue.toml"),
    *("resources/weights/rs2sam2-nano.safetensors", "resources/weights/rs2sam2-nano.spm"),
    *("requirements/engine.txt", "requirements/uv.txt", "requirements/sizes.json", "docs/manual.md"),
    *(f"i18n/phrasegon_{language}.qm" for language in ("en", "de", "es", "fr", "pt")),
}


@pytest.fixture(scope="module")
def entries(archive):
    with ZipFile(archive) as opened:
        assert opened.testzip() is None
        return opened.infolist()


@pytest.fixture(scope="module")
def names(entries):
    return [entry.filename for entry in entries]


@pytest.fixture(scope="module")
def metadata(archive):
    """As QGIS and the repository read it, which fill in what stands after a percent sign."""
    parser = ConfigParser()
    parser.optionxform = str
    with ZipFile(archive) as opened:
        parser.read_string(opened.read("phrasegon/metadata.txt").decode("utf-8"))
    return dict(parser.items("general"))


def test_it_stays_below_what_the_repository_takes(archive):
    assert archive.stat().st_size < LARGEST_BYTES == 25_000_000


def test_the_same_tree_gives_the_same_bytes(archive, tmp_path):
    assert build(ROOT, tmp_path).read_bytes() == archive.read_bytes()


def test_it_is_named_by_its_version(archive, metadata):
    assert archive.name == f"phrasegon-{metadata['version']}.zip"


def test_one_folder_holds_all_of_it(names):
    assert {name.partition("/")[0] for name in names} == {"phrasegon"}
    assert "phrasegon".isidentifier()
    assert "plugin" not in "phrasegon"
    assert len(names) == len(set(names))


def test_every_path_is_plain(names):
    for name in names:
        assert re.fullmatch(r"phrasegon(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+", name), name
        assert ".." not in name


def test_nothing_is_executable_hidden_or_compiled(archive, entries):
    with ZipFile(archive) as opened:
        for entry in entries:
            assert not entry.filename.lower().endswith(SUSPICIOUS), entry.filename
            assert not (entry.external_attr >> 16) & 0o111, entry.filename
            assert not opened.read(entry)[:4].startswith(EXECUTABLES), entry.filename


def test_nothing_generated_is_shipped_as_source(names):
    assert not [name for name in names if re.search(r"(^|/)(ui_\w+|resources_rc)\.py$", name)]


def test_what_runs_is_there(names):
    assert {f"phrasegon/{name}" for name in NEEDED} <= set(names)


@pytest.mark.parametrize(
    "part", ["tests", "benchmarks", "packaging", "model/training", "model/bench", "model/demo", "model/cli"]
)
def test_what_only_developers_need_is_not(names, part):
    assert (ROOT / part).is_dir()
    assert not [name for name in names if name.startswith(f"phrasegon/{part}/")]


def test_all_of_the_plugin_and_of_the_protocol_is_there(names):
    for part in ("plugin", "protocol"):
        here = {f"phrasegon/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / part).rglob("*.py")}
        assert here == {name for name in names if name.startswith(f"phrasegon/{part}/")}


def test_every_resource_that_the_plugin_names_is_there(archive, names):
    """``"resources" / "icons" / "phrasegon.svg"`` in the code is a file or a folder of the archive."""
    with ZipFile(archive) as opened:
        for name in names:
            if name.startswith("phrasegon/plugin/") and name.endswith(".py"):
                code = opened.read(name).decode("utf-8")
                for folder, file in re.findall(r'"(resources|requirements|docs)" / ((?:"[\w.-]+"(?: / )?)+)', code):
                    path = f"phrasegon/{folder}/" + "/".join(re.findall(r'"([\w.-]+)"', file))
                    assert [entry for entry in names if (entry + "/").startswith(path + "/")], (name, path)


def test_the_manual_s_pictures_come_with_it(archive, names):
    with ZipFile(archive) as opened:
        manual = opened.read("phrasegon/docs/manual.md").decode("utf-8")
    pictures = set(re.findall(r"!\[[^]]*\]\(([^)]+)\)", manual))
    assert {f"phrasegon/docs/{picture}" for picture in pictures} <= set(names)


def test_the_manifest_says_all_that_is_required_and_recommended(metadata):
    assert {key for key in REQUIRED_KEYS | RECOMMENDED_KEYS if not metadata.get(key, "").strip()} == set()


def test_the_manifest_is_plain_text_and_well_formed(metadata):
    for key in ("name", "description", "about", "changelog"):
        assert not re.search(r"</?[a-zA-Z][^>]*>", metadata[key]), key
    assert "plugin" not in metadata["name"].lower()
    assert "/" not in metadata["author"]
    assert re.fullmatch(r"[\w.+-]+@[\w.-]+\.\w+", metadata["email"])
    for key in ("tracker", "repository", "homepage"):
        assert re.fullmatch(r"https://[\w.-]+\.\w+/\S*", metadata[key]), key
    assert metadata["category"] in {"Raster", "Vector", "Database", "Mesh", "Web"}
    assert {metadata[key] for key in ("experimental", "deprecated", "server")} <= {"True", "False"}


def test_the_manifest_s_versions_and_provider(metadata):
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in metadata


def test_the_manifest_names_what_is_downloaded(metadata):
    """The publishing rules want external dependencies in ``about``."""
    assert "PyTorch" in metadata["about"]


def test_the_icon_of_the_manifest_is_there(metadata, names):
    assert f"phrasegon/{metadata['icon']}" in names


def test_the_changelog_is_that_of_the_version(metadata):
    first, *changes = metadata["changelog"].splitlines()
    assert first == f"Version {metadata['version']}"
    assert len(changes) >= 2


def test_a_changelog_is_read_up_to_the_next_version():
    text = "## [2.0.0]\n\n- Not this\n\n## [1.0.0] - 2026-01-01\n\n### Added\n\n- One `thing`\n  goes on\n- 5 %\n"
    text += "\n## [0.9.0]\n\n- Nor this\n"
    assert changes_of("1.0.0", text) == "Version 1.0.0\nAdded\n- One thing goes on\n- 5 %"


def test_a_version_without_a_changelog_is_not_shipped():
    with pytest.raises(ArchiveError, match=r"no entry for version 9\.9\.9"):
        changes_of("9.9.9", "## [1.0.0]\n\n- One\n")


def test_a_tree_too_large_is_not_shipped(tmp_path):
    root = tmp_path / "tree"
    (root / "resources" / "weights").mkdir(parents=True)
    (root / "metadata.txt").write_text("[general]\nversion=1.0.0\n", encoding="utf-8")
    (root / "CHANGELOG.md").write_text("## [1.0.0]\n\n- 100 %\n", encoding="utf-8")
    small = build(root, tmp_path / "dist")
    kept = small.read_bytes()
    incompressible = os.urandom(25_000_000)
    (root / "resources" / "weights" / "large.safetensors").write_bytes(incompressible)
    with pytest.raises(ArchiveError, match="must stay below 25,000,000"):
        build(root, tmp_path / "dist")
    assert small.read_bytes() == kept
    assert list((tmp_path / "dist").iterdir()) == [small]
