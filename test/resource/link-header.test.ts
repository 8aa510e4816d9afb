import { expect, test } from "vitest";
import { parseNextLink } from "../../src/link-header.js";

test.each([
  ["is quoted", '<https://api.test/a?page=2>; rel="next"', "https://api.test/a?page=2"],
  ["is a token", "</a?page=2>; rel=next", "/a?page=2"],
  ["follows other relations", '</a?page=1>; rel="first", </a?page=3>; rel="next"', "/a?page=3"],
  ["is one of several", '</a>; rel="last  next"', "/a"],
  ["is in capitals", '</a>; REL="Next"', "/a"],
  ["follows another parameter", '</a>; title="x, y; rel=prev"; rel="next"', "/a"],
  ["belongs to a URL with a comma and a semicolon", '</a?ids=1,2;3>; rel="next"', "/a?ids=1,2;3"],
  ["has white space around it", '  </a>  ;  rel = "next"  ', "/a"],
])("parseNextLink finds the URL whose relation %s", (_, header, url) => {
  expect(parseNextLink(header)).toBe(url);
});

test.each([[null], [""], ['</a>; rel="prev"'], ["/a; rel=next"], ['</a>; title="rel=next"'], ["</a>"]])(
  "parseNextLink returns undefined for %j",
  (header) => {
    expect(parseNextLink(header)).toBeUndefined();
  },
);
