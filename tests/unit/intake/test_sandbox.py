"""A file is read in a process of its own: whatever happens there, the person gets a picture or one line."""

import hashlib
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from goldthread.common.errors import Refused
from goldthread.intake import child, sandbox
from goldthread.intake.sandbox import Limits
from goldthread.thread.picture import Picture
from tests.unit.intake.hostile import is_gone, listing

pytestmark = pytest.mark.slow  # each test starts a process

HOME = str(Path(sandbox.__file__).parents[2])
PICTURE = "msgspec.json.encode(to_builtins(Picture(source=Source(file='x', kinds=('improvement_plan',)))))"

Reading = Callable[[str], None]


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Makes the child do this instead of reading; the code may use request and say, and ends with a picture."""

    def doing(code: str) -> None:
        script = f"""
import sys
sys.path.append({HOME!r})
import ctypes, os, socket, subprocess, time, msgspec
from goldthread.common.errors import Refused
from goldthread.intake import child
from goldthread.thread.codec import to_builtins
from goldthread.thread.picture import Picture, Source

def act(request, say):
{textwrap.indent(textwrap.dedent(code), "    ")}
    return {PICTURE}

child._picture = act
child.main()
"""
        monkeypatch.setattr(sandbox, "_command", lambda: [sys.executable, "-I", "-c", script])

    return doing


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text("Action 1: visit every child.")
    return path


def refusal(path: Path, limits: Limits = sandbox.DEFAULT) -> str:
    """The one printable line with which reading a file is refused; nothing is written beside the file and nothing left running."""
    before, others = listing(path.parent), _children()
    with pytest.raises(Refused) as refused:
        sandbox.run(path, limits=limits)
    said = str(refused.value)
    assert said.isprintable()
    assert listing(path.parent) == before
    assert _children() <= others
    return said


def _children() -> set[str]:
    """Processes of ours, living or not waited for; other tests may have left a browser running."""
    return set(Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split())


def test_the_source_names_the_file_its_sum_and_its_size(reading: Reading, plan: Path) -> None:
    reading("pass")

    source = sandbox.run(plan).source

    assert (source.file, source.bytes, source.kinds) == ("plan.txt", 28, ("improvement_plan",))
    assert source.sha256 == hashlib.sha256(plan.read_bytes()).hexdigest()


def test_progress_is_told(reading: Reading, plan: Path) -> None:
    reading("say('doing', 'reading'); say('doing', 'page 2')")
    told: list[str] = []

    sandbox.run(plan, progress=told.append)

    assert list(dict.fromkeys(told)) == ["reading", "page 2"]  # on a busy machine either may be told again


def test_what_goes_on_is_told_again(reading: Reading, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_AGAIN", 0.01)
    reading("say('doing', 'reading'); time.sleep(0.3)")
    told: list[str] = []

    sandbox.run(plan, progress=told.append)

    assert len(told) > 2
    assert set(told) == {"reading"}


# The document's own words


def test_a_reading_has_the_picture_and_the_words_it_was_read_from(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Improvement plan\n\n| Action | Lead | By when |\n|---|---|---|\n| Visit each child | Manager | May 2012 |\n")

    read = sandbox.read(path)

    assert read.picture == sandbox.run(path)
    assert [passage.text for passage in read.words.passages][-3:] == ["Visit each child", "Manager", "May 2012"]


def test_words_come_only_when_they_are_asked_for(reading: Reading, plan: Path) -> None:
    reading("assert not request.words")

    sandbox.run(plan)


@pytest.mark.parametrize("sent", ["", "{}", '{"passages": [["a"]], "left_out": 0}', '{"passages": 5'])
def test_words_that_are_none_are_refused(reading: Reading, plan: Path, sent: str) -> None:
    reading(f"say('words', {sent!r})")

    with pytest.raises(Refused, match="not a document's words"):
        sandbox.read(plan)


def test_words_count_towards_the_limit_of_the_answer(reading: Reading, plan: Path) -> None:
    reading("say('words', 'x' * 5_000_000)")

    with pytest.raises(Refused, match="more than 1 MB"):
        sandbox.read(plan, limits=Limits(output_bytes=1_000_000))


def test_a_refusal_keeps_its_words(reading: Reading, plan: Path) -> None:
    reading("raise Refused('plan.txt: “no plan”.\\nName another.')")

    assert refusal(plan) == "plan.txt: “no plan”. Name another."


# What a document can make a reader do


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x = [' ' * 10_000_000 for _ in range(1000)]", "needed more than 0.25 GB of memory"),
        ("while True: pass", "after 1 seconds of work"),
        ("os.kill(os.getpid(), 11)", "reader failed (reference SIGSEGV)"),
        ("os.kill(os.getpid(), 9)", "stopped by the system"),
        ("os.abort()", "reader failed (reference SIGABRT)"),
        ("os._exit(3)", "reader failed (reference exit-3)"),
        ("sys.exit('secret words')", "reader failed (reference exit-1)"),
        ("raise KeyError('secret words')", "reader failed (reference KeyError-"),
        ("act(request, say)", "reader failed (reference RecursionError-"),
    ],
)
def test_a_failing_reader_becomes_one_line(reading: Reading, plan: Path, code: str, words: str) -> None:
    reading(code)

    said = refusal(plan, Limits(memory=1 << 28, cpu_seconds=1))

    assert words in said
    assert said.startswith("plan.txt: ")
    assert "secret" not in said


def test_a_reader_that_waits_for_ever_is_stopped(reading: Reading, plan: Path) -> None:
    reading("time.sleep(600)")

    assert "stopped after 0.5 seconds" in refusal(plan, Limits(seconds=0.5))


def test_a_reader_that_answers_without_end_is_stopped(reading: Reading, plan: Path) -> None:
    reading("while True: say('doing', 'x' * 100_000)")

    assert "more than 1 MB" in refusal(plan, Limits(output_bytes=1_000_000))


def test_an_answer_in_one_endless_line_is_stopped(reading: Reading, plan: Path) -> None:
    reading("say('doing', 'x' * 5_000_000)")

    assert "more than 1 MB" in refusal(plan, Limits(output_bytes=1_000_000))


def test_what_libraries_print_reaches_nobody(reading: Reading, plan: Path, capfd: pytest.CaptureFixture[str]) -> None:
    reading("os.write(1, b'refused printed words\\n' * 100_000); os.write(2, b'secret words'); print('more words')")

    assert sandbox.run(plan).source.file == "plan.txt"
    assert capfd.readouterr() == ("", "")


def test_a_picture_that_is_none_is_refused(reading: Reading, plan: Path) -> None:
    reading("return b'{}x'")

    assert "not a picture" in refusal(plan)


# What a reader may not do


@pytest.mark.parametrize(
    "code",
    [
        "open('new.txt', 'w')",
        "os.open('new.txt', os.O_CREAT | os.O_WRONLY)",
        "os.remove(bytes.fromhex(request.path))",
        "os.rename(bytes.fromhex(request.path), b'moved')",
        "os.mkdir('new')",
        "os.symlink('a', 'b')",
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
    ],
)
def test_a_reader_gets_no_network_no_programs_and_writes_nothing(reading: Reading, plan: Path, code: str) -> None:
    reading(code)

    assert "reference PermissionError" in refusal(plan)
    assert plan.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes the network away from a process")
def test_even_code_below_python_finds_no_network(reading: Reading, plan: Path) -> None:
    reading("assert os.listdir('/sys/class/net') is not None; assert len(open('/proc/net/dev').read().splitlines()) <= 3")

    sandbox.run(plan)


@pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")
def test_even_code_below_python_writes_no_large_file_and_no_core(reading: Reading, plan: Path) -> None:
    reading("""
        import resource
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
        assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] <= 4_000_000
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[1] <= 64
    """)

    sandbox.run(plan)


def test_the_child_inherits_no_secrets_and_works_in_an_empty_folder(reading: Reading, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.org")
    monkeypatch.setenv("API_TOKEN", "made-up")
    reading("assert not {'HTTPS_PROXY', 'API_TOKEN'} & set(os.environ); assert os.listdir('.') == []; assert os.getcwd() != '/'")

    sandbox.run(plan)


# Names, pipes, threads and interruptions


@pytest.mark.parametrize("name", ["-rf.txt", "two\nlines.txt", "a'b\"c$(x).txt", os.fsdecode(b"plan-\xff.txt"), "plan \u202etxt.txt"])
def test_any_name_arrives_as_it_is(reading: Reading, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Plan")
    reading("assert open(bytes.fromhex(request.path)).read() == 'Plan'")

    assert sandbox.run(path).source.file.isprintable()


def test_a_path_beside_the_current_folder(reading: Reading, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(plan.parent)
    reading("assert open(bytes.fromhex(request.path)).read()")

    assert sandbox.run(Path("plan.txt")).source.bytes == 28


def test_a_file_that_changes_meanwhile_is_refused(reading: Reading, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading("pass")
    sums = iter([("a", 1), ("b", 1)])
    monkeypatch.setattr(sandbox, "_sum", lambda _: next(sums))

    assert "changed while it was being read" in refusal(plan)


def test_files_side_by_side(reading: Reading, tmp_path: Path) -> None:
    reading("pass")
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for path in paths:
        path.write_text("Plan")

    with ThreadPoolExecutor(3) as threads:
        pictures: list[Picture] = list(threads.map(sandbox.run, paths))

    assert [picture.source.file for picture in pictures] == [path.name for path in paths]


def test_ctrl_c_ends_the_child(reading: Reading, plan: Path) -> None:
    reading("say('doing', 'reading'); time.sleep(600)")

    others = _children()

    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sandbox.run(plan, progress=interrupt)
    assert _children() <= others


@pytest.mark.parametrize("after", [1, 3])
def test_whoever_is_told_of_progress_can_stop_the_reading(
    reading: Reading, plan: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(sandbox, "_AGAIN", 0.01)
    reading("say('doing', str(os.getpid())); time.sleep(600)")
    told: list[str] = []

    def stop(words: str) -> None:
        told.append(words)
        if len(told) == after:
            raise Refused("plan.txt: reading was stopped by somebody.")

    with pytest.raises(Refused, match="stopped by somebody"):
        sandbox.read(plan, progress=stop)
    assert len(told) == after
    assert is_gone(int(told[0]))


def test_readings_in_other_threads_can_be_stopped(reading: Reading, plan: Path) -> None:
    reading("say('doing', 'reading'); time.sleep(600)")
    begun = threading.Event()

    with ThreadPoolExecutor(1) as threads:
        result = threads.submit(sandbox.run, plan, progress=lambda _: begun.set())
        assert begun.wait(30)
        sandbox.stop_all()
        with pytest.raises(Refused, match="stopped"):
            result.result(30)


def test_what_the_child_started_ends_with_it(reading: Reading, plan: Path) -> None:
    reading("say('doing', str(ctypes.CDLL(None).fork())); time.sleep(600)")
    told: list[str] = []

    with pytest.raises(Refused, match="stopped after"):
        sandbox.run(plan, limits=Limits(seconds=4), progress=told.append)

    grandchild = next(int(number) for number in told if number != "0")
    assert is_gone(grandchild)


def test_without_standard_input_or_output(plan: Path) -> None:
    plan.write_text("# Improvement plan\n\n| Action | Lead | By when |\n|---|---|---|\n| Visit each child | Manager | May 2012 |\n")
    code = (
        "import os; [os.close(number) for number in (0, 1, 2)]\n"
        "from pathlib import Path\nfrom goldthread.common.errors import Refused\nfrom goldthread.intake import sandbox\n"
        f"try: sandbox.run(Path({str(plan)!r}), 'plan')\nexcept Refused: os._exit(7)\nos._exit(8)"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=HOME, timeout=60, check=False).returncode == 8


# The child's own parts


def test_a_reference_names_the_place_in_the_code_and_no_words() -> None:
    with pytest.raises(PermissionError) as refused:
        child._deny("socket.connect", ())

    assert child.reference(refused.value).startswith("PermissionError-child-")


@pytest.mark.parametrize(
    ("event", "arguments", "allowed"),
    [
        ("open", ("page.ppm", "wb", 0), True),
        ("open", ("/private/a/page.ppm", None, os.O_CREAT), True),
        ("open", (os.devnull, None, os.O_RDWR), True),
        ("open", ("/elsewhere/plan.txt", "rb", 0), True),
        ("os.mkdir", ("/private/a/profile", 0o700, -1), True),
        ("subprocess.Popen", ("tesseract", [], None, None), True),
        ("open", ("../plan.txt", "wb", 0), False),
        ("open", ("/private/ab", "wb", 0), False),
        ("os.remove", ("/elsewhere/plan.txt", -1), False),
        ("socket.connect", (None, ("127.0.0.1", 9)), False),
    ],
)
def test_with_other_programs_only_the_private_folder_is_written_to(event: str, arguments: tuple[Any, ...], allowed: bool) -> None:
    deny = child._deny_outside("/private/a")

    if allowed:
        deny(event, arguments)
    else:
        with pytest.raises(PermissionError):
            deny(event, arguments)


def test_a_text_file_needs_no_other_readers_library() -> None:
    code = (
        "import sys; from pathlib import Path; from goldthread.intake.opening import read_document\n"
        "read_document(Path('README.md')); print(sorted({'pypdfium2', 'lxml', 'openpyxl', 'docx', 'zipfile'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, check=True).stdout.strip() == b"[]"


def test_python_may_keep_compiled_modules_and_nothing_else() -> None:
    child._deny("open", ("/somewhere/__pycache__/pdf.cpython-311.pyc.140", None, os.O_CREAT | os.O_WRONLY))
    child._deny("os.mkdir", ("/somewhere/__pycache__", 0o777, -1))
    child._deny("open", ("plan.txt", "rb", 0))
    for name in ("/somewhere/__pycache__/plan.txt", "/__pycache__/../plan.pyc/plan.txt", b"plan.txt"):
        with pytest.raises(PermissionError):
            child._deny("open", (name, "w", 0))


@pytest.mark.parametrize(
    ("mode", "flags", "writes"),
    [
        ("r", 0, False),
        ("rb", 0, False),
        (None, os.O_RDONLY, False),
        (None, None, False),
        ("w", 0, True),
        ("ab", 0, True),
        ("r+", 0, True),
        ("x", 0, True),
        (None, os.O_RDWR, True),
        (None, os.O_RDONLY | os.O_CREAT, True),
    ],
)
def test_what_counts_as_writing(mode: str | None, flags: int | None, writes: bool) -> None:
    assert child._writes(("name", mode, flags)) is writes
