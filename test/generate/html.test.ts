import { describe, expect, test } from "vitest";
import { convertHtml } from "../../scripts/generate/html.js";

describe("HTML in a description", () => {
  test.each([
    { given: "a paragraph", text: "<p>Lists things.</p>", expected: "Lists things." },
    {
      given: "paragraphs with text in several styles",
      text: "<p>One <code>a</code>, <b>b</b> and <em>c</em>.</p>\n\n<p>Two.</p>",
      expected: "One `a`, **b** and *c*.\n\nTwo.",
    },
    {
      given: "a link",
      text: 'See <a target="_blank" href="/docs#a">the guide</a>.',
      expected: "See [the guide](/docs#a).",
    },
    {
      given: "a list and a line break",
      text: "Either<ul>\n<li>one</li>\n<li>two</li>\n</ul>or<br/>none",
      expected: "Either\n- one\n- two\n\nor\nnone",
    },
  ])("becomes Markdown if it is $given", ({ text, expected }) => {
    expect(convertHtml(text)).toBe(expected);
  });

  test.each([
    { given: "placeholders", text: "Send `<p>` or <workspace_id>." },
    { given: "code", text: "```\n<p>a</p>\n```" },
    { given: "comparisons", text: "a < b and c > d" },
    { given: "code with a backtick", text: "<code>a`b</code>" },
    { given: "other elements", text: "<details>a</details>" },
  ])("does not affect $given", ({ text }) => {
    expect(convertHtml(text)).toBe(text);
  });
});
