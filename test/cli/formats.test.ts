import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createEncoding, type Encoding } from "../../src/cli/formats.js";
import type { Run } from "../../src/cli/context.js";
import { encodePages } from "../../src/cli/rows.js";
import { runs } from "../runs.js";
import { createRecorder } from "./run-main.js";

type TextFormat = "json" | "ndjson" | "csv";

/** Writes pages of rows. */
function write(format: TextFormat, pages: readonly unknown[][], columns?: readonly string[]): string {
  const options = { format, ...(columns && { columns: [...columns] }) };
  const run = { options, stdout: createRecorder().stream } as unknown as Run;
  const createTable = vi.fn<() => Encoding<unknown>>();
  const { head, encode, tail } = createEncoding(run, ["id", "title"], createTable);
  return head + pages.flat().map(encode).join("") + tail;
}

/** Writes one cell of CSV. */
function writeCell(value: unknown): string {
  return write("csv", [[{ id: value }]], ["id"]).slice("id\r\n".length, -"\r\n".length);
}

/** Parses CSV strictly by the grammar of RFC 4180. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (;;) {
    const match = FIELD.exec(text);
    if (!match) throw new Error(`not CSV: ${text}`);
    records.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (FIELD.lastIndex === text.length) return records;
    if (match[3] === "\r\n") records.push([]);
  }
}

const PAGES = [[{ id: "a", title: "One" }, { id: "b" }], [], [{ id: "c", title: null }]];

describe("output", () => {
  test.each([
    {
      format: "ndjson" as const,
      expected: '{"id":"a","title":"One"}\n{"id":"b"}\n{"id":"c","title":null}\n',
    },
    {
      format: "json" as const,
      expected: '[\n{"id":"a","title":"One"}\n,{"id":"b"}\n,{"id":"c","title":null}\n]\n',
    },
    { format: "csv" as const, expected: "id,title\r\na,One\r\nb,\r\nc,\r\n" },
  ])("as $format has the rows of all pages", ({ format, expected }) => {
    expect(write(format, PAGES)).toBe(expected);
  });

  test.each([
    { format: "ndjson" as const, expected: "" },
    { format: "json" as const, expected: "[\n]\n" },
    { format: "csv" as const, expected: "id,title\r\n" },
  ])("as $format is complete without rows", ({ format, expected }) => {
    expect(write(format, [[]])).toBe(expected);
  });

  test("as JSON begins once, also if the first page has only one row", async () => {
    const run = { options: { format: "json" }, count: 0 } as unknown as Run;
    const encoding = createEncoding(run, [], vi.fn<() => Encoding<unknown>>());
    let text = "";
    for await (const chunk of encodePages(run, "rows", encoding, [[1], [2, 3]])) {
      const texts = [chunk].flat();
      text += texts.join("");
      run.count += texts.length;
    }
    expect(JSON.parse(text)).toEqual([1, 2, 3]);
  });

  test("as CSV has empty cells for a row that is not an object", () => {
    expect(write("csv", [[null, 1]])).toBe("id,title\r\n,\r\n,\r\n");
  });
});

describe("a cell of CSV", () => {
  test.each([
    { value: "plain", expected: "plain" },
    { value: 'a "quoted", word', expected: '"a ""quoted"", word"' },
    { value: "two\nlines", expected: '"two\nlines"' },
    { value: "=HYPERLINK(A1)", expected: "'=HYPERLINK(A1)" },
    { value: "+1", expected: "'+1" },
    { value: "-1", expected: "'-1" },
    { value: "@SUM(A1)", expected: "'@SUM(A1)" },
    { value: "\tx", expected: `"'\tx"` },
    { value: "Sales; EMEA", expected: '"Sales; EMEA"' },
    { value: "a\tb", expected: '"a\tb"' },
    { value: "\rx", expected: '"\'\rx"' },
    { value: "＝1", expected: "'＝1" },
    { value: -1.5, expected: "-1.5" },
    { value: false, expected: "false" },
    { value: null, expected: "" },
    { value: undefined, expected: "" },
    { value: [{ id: "a" }], expected: '"[{""id"":""a""}]"' },
  ])("writes $value as $expected", ({ value, expected }) => {
    expect(writeCell(value)).toBe(expected);
  });

  test("is parsed to the same text, except for the apostrophe before a formula", () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ",", "\r", "\n", "=", "-", "+", "@", "\t", "'", "a", "会"),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ id: text, title: text })), (rows) => {
        const [, ...records] = readCsv(write("csv", [rows]));
        const escaped = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);
        expect(records).toEqual(rows.map(({ id, title }) => [escaped(id), escaped(title)]));
      }),
      { numRuns: runs },
    );
  });

  test("does not begin with a formula character, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(writeCell(text)).not.toMatch(/^"?[=+\-@\t\r\n＝＋－＠]/);
      }),
      { numRuns: runs },
    );
  });
});
