import pytest

from vaultgoals.export.diff_text import diff_text


@pytest.mark.parametrize(
    ("path", "old", "new", "diff"),
    [
        ("A.md", "a\nb\n", "a\nb\n", ""),
        ("A.md", "a\nb\n", "a\nc\n", "--- a/A.md\n+++ b/A.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        ("A b.md", "a\n", "b\n", "--- a/A b.md\t\n+++ b/A b.md\t\n@@ -1 +1 @@\n-a\n+b\n"),
        ("A.md", None, "a\n", "--- /dev/null\n+++ b/A.md\n@@ -0,0 +1 @@\n+a\n"),
        (
            "A.md",
            "a",
            "b",
            "--- a/A.md\n+++ b/A.md\n@@ -1 +1 @@\n-a\n{0}+b\n{0}".format("\\ No newline at end of file\n"),
        ),
        ("A.md", "a\r\n", "a\n", "--- a/A.md\n+++ b/A.md\n@@ -1 +1 @@\n-a\r\n+a\n"),
        ("A.md", "a\u2028b\n", "a\rb\n", "--- a/A.md\n+++ b/A.md\n@@ -1 +1 @@\n-a\u2028b\n+a\rb\n"),
        ("A\x1b.md", "a\n", "", "--- a/A␛.md\n+++ b/A␛.md\n@@ -1 +0,0 @@\n-a\n"),
    ],
)
def test_a_diff_is_as_patch_takes_it(path: str, old: str | None, new: str, diff: str) -> None:
    assert diff_text(path, old, new) == diff
