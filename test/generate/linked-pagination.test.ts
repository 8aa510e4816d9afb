import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import { renderInput } from "./paged-documents.js";
import { findWarnings, readOperationList } from "./read-operations.js";

const folder = createTemporaryFolder();

describe("pages that refer to the next one", () => {
  const parameters = `, parameters: [
    { name: after, in: query, schema: { type: string } },
    { name: size, in: query, schema: { type: integer } } ]`;
  const schema =
    "{ properties: { data: { type: array, items: { properties: { id: {} } } }, next: { type: string } } }";

  /** Creates a document whose operation has these extensions in line 4, and a header in its response. */
  const createLinkedDocument = (extensions: string, header = "Link"): string =>
    `${HEAD}paths: { /a: { get: { ${extensions}, responses: { "200": {
  headers: { ${header}: { schema: { type: string } } },
  content: { application/json: { schema: ${schema} } } } }${parameters} } } }
`;
  const renderCursor = (inputs: string, outputs = "results: $.data, nextCursor: $.next"): string =>
    `x-speakeasy-pagination: { type: cursor, inputs: [${inputs}], outputs: { ${outputs} } }`;

  test.each([
    [
      "by a cursor",
      renderCursor(`${renderInput("after", "cursor")}, ${renderInput("size", "limit")}`),
      { type: "cursor", cursor: "after", limit: "size", results: ["data"], next: ["next"] },
    ],
    [
      "by a URL",
      "x-speakeasy-pagination: { type: url, outputs: { results: $.data, nextUrl: $.next } }",
      { type: "url", results: ["data"], next: ["next"] },
    ],
    ["by a header", "x-list: { linkHeader: Link, results: $.data }", { type: "link", results: ["data"] }],
  ])("are read %s", async (_, extensions, expected) => {
    const [operation] = await readOperationList(folder, createLinkedDocument(extensions));
    expect(operation?.pagination).toStrictEqual(expected);
  });

  const CURSOR = "x-speakeasy-pagination:";
  test.each([
    [
      "no cursor among the inputs",
      renderCursor(""),
      `${CURSOR} there must be exactly one input of the type cursor, got none`,
    ],
    [
      "an input for an offset",
      renderCursor(renderInput("size", "offset")),
      `${CURSOR} an input's type must be limit or cursor, got "offset"`,
    ],
    [
      "a path to a missing cursor",
      renderCursor(renderInput("after", "cursor"), "results: $.data, nextCursor: $.cursor"),
      `${CURSOR} $.cursor is not a string or a number in the JSON of a successful response`,
    ],
    [
      "no path to the URL",
      "x-speakeasy-pagination: { type: url, outputs: { results: $.data } }",
      `${CURSOR} outputs.nextUrl must be a path such as $.next, but it is missing`,
    ],
    [
      "an output of another type",
      renderCursor(renderInput("after", "cursor"), "results: $.data, nextCursor: $.next, nextUrl: $.next"),
      `${CURSOR} nextUrl is not supported`,
    ],
    [
      "another header",
      "x-list: { linkHeader: X-Next, results: $.data }",
      'x-list: linkHeader must be Link, the header of RFC 8288, got "X-Next"',
    ],
    [
      "no results",
      "x-list: { linkHeader: Link }",
      "x-list: results must be a path such as $.data.items, but it is missing",
    ],
    [
      "an offset beside the header",
      "x-list: { linkHeader: Link, results: $.data, total: [$.next] }",
      "x-list: total is not supported",
    ],
  ])("are rejected with %s", async (_, extensions, message) => {
    const warnings = await findWarnings(folder, createLinkedDocument(extensions));
    expect(warnings.map((line) => line.replace(/^\S+ /, ""))).toContain(message);
  });

  test("are rejected without the header in the document", async () => {
    const text = createLinkedDocument("x-list: { linkHeader: Link, results: $.data }", "X-Next");
    expect(await findWarnings(folder, text)).toEqual([
      "api.yaml:4:45 x-list: no successful response has a header Link",
    ]);
  });
});
