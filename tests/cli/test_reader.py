"""The pages to read, on the command line."""

from __future__ import annotations

from tests.cli.door_calls import Door


def test_all_pages_are_listed_with_their_minutes(acupress: Door) -> None:
    told = acupress.json("read")["articles"]
    assert len(told) >= 30
    assert {page["group"] for page in told} == {"basics", "safely", "evidence", "living", "together"}
    for page in told:
        assert page["minutes"] == -(-page["words"] // 200)
    lines = acupress("read").out.splitlines()
    assert len(lines) == len(told)
    assert lines[0].startswith(told[0]["id"])


def test_one_page_is_told_whole_with_what_each_part_is(acupress: Door) -> None:
    told = acupress.json("read", "what_it_is")
    kinds = {block["kind"] for block in told["blocks"]}
    assert {"text", "heading", "claim", "picture", "link"} <= kinds
    claim = next(block for block in told["blocks"] if block["kind"] == "claim")
    assert told["sources"][0]["checked"]
    lines = acupress("read", "what_it_is").out
    assert "What is often said: " in lines
    assert "What the evidence says: " in lines
    assert " ".join(claim["found"].split()) in " ".join(lines.split())
    assert all(len(line) <= 110 for line in lines.splitlines())


def test_an_imagined_person_and_tradition_are_named_as_such(acupress: Door) -> None:
    assert "An imagined person: " in acupress("read", "journey_desk_neck").out
    assert "What tradition says: " in acupress("read", "where_it_comes_from").out


def test_a_list_has_boxes_to_tick(acupress: Door) -> None:
    assert "[ ] " in acupress("read", "keeping_a_record").out


def test_the_search_is_that_of_the_window(acupress: Door) -> None:
    told = acupress.json("read", "--search", "blood thinners")
    assert told["fits"] == "every_word"
    first = told["found"][0]
    assert first["id"] == "illness_heart_blood"
    marked = [first["sentence"][start:end].lower() for start, end in first["marks"]]
    assert {"blood", "thinners"} <= set(marked)
    lines = acupress("read", "--search", "blood thinners").out
    assert "*blood* *thinners*" in lines


def test_no_match_is_no_error(acupress: Door) -> None:
    called = acupress("read", "--search", "xyzzyq")
    assert (called.code, called.out) == (0, "")
    assert acupress.json("read", "--search", "xyzzyq")["fits"] is None


def test_a_page_that_does_not_exist_is_refused(acupress: Door) -> None:
    called = acupress("read", "how_to_fly")
    assert called.code == 3
    assert "ARTICLE" in called.err
    assert acupress("read", "what_it_is", "--search", "pain").code == 2
