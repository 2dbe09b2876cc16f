"""What two programs could read differently in a template's HTML is a mistake; reading takes linear time."""

from __future__ import annotations

from time import process_time

import pytest

from layout.mail.markup import check_markup
from layout.mail.wording import fill_html
from layout.model.diagnostic import Span
from layout.source.recipients.templates import parse_template

HOSTILE = {
    "<p title={name}>a</p>": "markup-syntax",
    "<p title=a>a</p>": "markup-syntax",
    "<a href=https://example.org>a</a>": "markup-syntax",
    "<p>a</p><!-- b": "markup-syntax",
    "<p>a</p><!--> b": "markup-syntax",
    "<p>a</p><!---> b": "markup-syntax",
    "<!--[if mso]><script>a</script><![endif]-->": "markup-syntax",
    "<!-- [if mso]><p>a</p><![endif]-->": "markup-syntax",
    "<![CDATA[a]]>": "markup-syntax",
    "<?php a ?>": "markup-syntax",
    "<!DOCTYPE html>": "markup-syntax",
    "1 < 2": "markup-syntax",
    "a > b": "markup-syntax",
    "<p title='a": "markup-syntax",
    "<p title='a'onclick='b'>c</p>": "markup-syntax",
    "<p/onclick='b'>c</p>": "markup-syntax",
    "<p title='<b>'>c</p>": "markup-syntax",
    "<a href='https://example.org' href='javascript:a'>a</a>": "markup-doubled",
    "<a HREF='https://example.org' href='https://example.com'>a</a>": "markup-doubled",
    "<p ONCLICK='a'>a</p>": "markup-script",
    "<p style='background:url(https://example.org)'>a</p>": "markup-style",
    "<p style='color:{name}'>a</p>": "markup-style",
    "<p style='a:\\75rl(b)'>a</p>": "markup-style",
    "<p srcset='a'>a</p>": "markup-attribute",
    "<p formaction='a'>a</p>": "markup-attribute",
    "<a href='http://example.org'>a</a>": "markup-link",
    "<a href='java&#115;cript:a'>a</a>": "markup-link",
    "<a href=' javascript:a'>a</a>": "markup-link",
    "<a href='data:text/html,a'>a</a>": "markup-link",
    "<a href='https://{name}/'>a</a>": "markup-link",
    "<img alt='' src='data:image/png;base64,aa'>": "markup-link",
    "<svg></svg>": "markup-element",
    "<style>a</style>": "markup-element",
    "<form action='https://example.org'></form>": "markup-element",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_html_is_told(text: str) -> None:
    assert HOSTILE[text] in {one.code for one in check_markup(text, "pl.html")}


@pytest.mark.parametrize(
    "text",
    [
        "<p>a</p><!-- b < c -->",
        '<P STYLE="color:#123456;margin:0 1em">a</P>',
        "<br/><hr />a &lt; b",
        "<table role='presentation' width='100%' cellpadding='0'><tr><td valign=\"top\">a</td></tr></table>",
        "<p aria-label='a' lang='pl'>{name}</p>",
    ],
)
def test_sound_html_stays(text: str) -> None:
    assert check_markup(text, "pl.html") == ()


@pytest.mark.parametrize(
    ("text", "value", "filled"),
    [
        ("<p>{n}</p>", '<b> & "', "<p>&lt;b&gt; &amp; &quot;</p>"),
        ("<p title='{n}'>a</p>", "' onclick='b", "<p title='&#x27; onclick=&#x27;b'>a</p>"),
        ("<a href='https://a.org/?n={n}'>a</a>", "b&c=d#e", "<a href='https://a.org/?n=b%26c%3Dd%23e'>a</a>"),
        (
            "<a class='b' href=\"https://a.org/{n}\">{n}</a>",
            "ř/<",
            "<a class='b' href=\"https://a.org/%C5%99%2F%3C\">ř/&lt;</a>",
        ),
        ("<a href='mailto:{n}'>a</a>", "a@b.org?cc=c@d.org", "<a href='mailto:a@b.org%3Fcc%3Dc@d.org'>a</a>"),
        ("<p title='href=\"'>{n}</p>", "a b", "<p title='href=\"'>a b</p>"),
    ],
)
def test_values_are_written_as_their_place_asks(text: str, value: str, filled: str) -> None:
    template = parse_template(text, lambda offset: Span("pl.html", 1, offset + 1))
    assert fill_html(template, {"n": value}) == filled


@pytest.mark.parametrize(
    "unit", ["<a ", "<!--", "<", "<p>", "</p>", "<i></b>", "<a b='", '<a b="c" ', "<b ' ", "{n}"]
)
@pytest.mark.parametrize("before", ["", "<a"])
def test_a_megabyte_of_anything_takes_no_time(unit: str, before: str) -> None:
    text = before + unit * (1_000_000 // len(unit))
    started = process_time()
    check_markup(text, "pl.html")
    assert process_time() - started < 5
