#!/usr/bin/env python3
"""Measures how well saved pages are read.

    python3 tests/tools/extraction.py [--briefing PROGRAM] [--verbose] FOLDER...

Every FOLDER is searched for pages with an expectation beside them: for NAME.html or NAME.source.html these are
NAME.expected.txt (the article's words) and NAME.expected.json (title, byline or authors; Goose's files hold them
under "expected", with the beginning of the words as "cleaned_text").

Printed for each page and over all of them:
  F1     of the bags of words of the extracted text and the expected one (the title's own words in front are left
         out of the extracted text where the expected one has them not)
  title  right when the words of one are the beginning of, or are held by, the other's
  byline right when every expected name, or the whole line, stands in the found one, or the other way round
"""

import argparse
import collections
import json
import pathlib
import re
import statistics
import subprocess
import sys
import unicodedata


def words(text):
    """Words in lower case; letters of scripts that write no spaces count one by one."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    return re.findall(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:'[^\W_]+)*", text)


def f1(found, expected):
    found, expected = collections.Counter(found), collections.Counter(expected)
    shared = sum((found & expected).values())
    if not shared:
        return float(not found and not expected)
    precision, recall = shared / sum(found.values()), shared / sum(expected.values())
    return 2 * precision * recall / (precision + recall)


def export(program, page):
    command = [program, "export", "--format", "json", str(page)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or f"exit {done.returncode}")
    return json.loads(done.stdout)["article"]


def expectations(page):
    stem = re.sub(r"(\.source)?\.html?$", "", page.name)
    text, data = page.with_name(stem + ".expected.txt"), page.with_name(stem + ".expected.json")
    wanted = {"text": None, "start": None, "title": None, "names": []}
    if data.exists():
        read = json.loads(data.read_text(encoding="utf-8"))
        read = read.get("expected", read)
        wanted["title"] = read.get("title")
        wanted["start"] = read.get("cleaned_text")
        wanted["names"] = [read["byline"]] if read.get("byline") else list(read.get("authors") or [])
    if text.exists():
        wanted["text"] = text.read_text(encoding="utf-8")
    return wanted if any(wanted.values()) else None


def body(article, expected):
    """The extracted text, without the title in front where the expected text has none."""
    text, title = article["text"], article["title"] or ""
    if title and text.startswith(title) and words(expected)[: len(words(title))] != words(title):
        text = text[len(title):]
    return text


def holds(one, other):
    one, other = " ".join(words(one)), " ".join(words(other))
    return bool(one) and bool(other) and (one in other or other in one)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefing", default="target/release/briefing", help="the program (default: %(default)s)")
    parser.add_argument("--verbose", action="store_true", help="show what was found and expected where they differ")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    options = parser.parse_args()

    scores, titles, bylines, starts, failed = [], [], [], [], 0
    pages = sorted(p for f in options.folders for p in pathlib.Path(f).rglob("*.html"))
    for page in pages:
        wanted = expectations(page)
        if page.name.endswith(".expected.html") or wanted is None:
            continue
        line = [f"{page.parent.name}/{page.name}"]
        try:
            article = export(options.briefing, page)
        except (RuntimeError, ValueError, subprocess.TimeoutExpired) as error:
            print(line[0], "FAILED", error)
            failed += 1
            continue
        if wanted["text"] is not None:
            score = f1(words(body(article, wanted["text"])), words(wanted["text"]))
            scores.append(score)
            line.append(f"F1 {score:.3f}")
        if wanted["start"]:
            right = " ".join(words(wanted["start"])) in " ".join(words(article["text"]))
            starts.append(right)
            line.append("words " + ("right" if right else "WRONG"))
        if wanted["title"]:
            right = holds(article["title"] or "", wanted["title"])
            titles.append(right)
            line.append("title right" if right else f"title WRONG {article['title']!r} for {wanted['title']!r}")
        if wanted["names"]:
            found = article["byline"] or ""
            right = any(holds(found, name) for name in wanted["names"])
            bylines.append(right)
            line.append("byline right" if right else f"byline WRONG {found!r} for {wanted['names']!r}")
        print("  ".join(line))
        if options.verbose and wanted["text"] is not None:
            found, expected = (collections.Counter(words(t)) for t in (body(article, wanted["text"]), wanted["text"]))
            print("    too many:", " ".join((found - expected).elements())[:300])
            print("    missing: ", " ".join((expected - found).elements())[:300])
    if not scores and not titles and not starts:
        sys.exit("extraction: no page with an expectation beside it")
    if scores:
        print(f"F1: median {statistics.median(scores):.3f}, mean {statistics.mean(scores):.3f}, pages {len(scores)}")
    for name, results in (("titles", titles), ("bylines", bylines), ("openings", starts)):
        if results:
            print(f"{name}: {sum(results)} of {len(results)} right ({100 * sum(results) / len(results):.0f}%)")
    if failed:
        sys.exit(f"{failed} pages failed")


if __name__ == "__main__":
    main()
