import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell, encode, encoding, type Format } from "../../src/cli/formats.js";

/** All that a format writes for pages of rows. */
async function written(format: Exclude<Format, "table">, pages: readonly object[][]): Promise<string> {
  let text = "";
  for await (const piece of encode(pages, encoding(format, ["id", "title"]))) text += piece;
  return text;
}

/** Reads CSV by the grammar of RFC 4180, to the letter. */
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

describe("what is written", () => {
  test.each([
    { format: "ndjson" as const, want: '{"id":"a","title":"One"}\n{"id":"b"}\n{"id":"c","title":null}\n' },
    {
      format: "json" as const,
      want: '[\n{"id":"a","title":"One"},\n{"id":"b"},\n{"id":"c","title":null}\n]\n',
    },
    { format: "csv" as const, want: "id,title\r\na,One\r\nb,\r\nc,\r\n" },
  ])("as $format", async ({ format, want }) => {
    expect(await written(format, PAGES)).toBe(want);
  });

  test.each([
    { format: "ndjson" as const, want: "" },
    { format: "json" as const, want: "[\n\n]\n" },
    { format: "csv" as const, want: "id,title\r\n" },
  ])("as $format, of no rows", async ({ format, want }) => {
    expect(await written(format, [[]])).toBe(want);
  });

  test("a row that is no object is a record without values", async () => {
    expect(await written("csv", [[null as unknown as object]])).toBe("id,title\r\n,\r\n");
  });
});

describe("a cell of CSV", () => {
  test.each([
    { value: "plain", want: "plain" },
    { value: 'a "quoted", word', want: '"a ""quoted"", word"' },
    { value: "two\nlines", want: '"two\nlines"' },
    { value: "=HYPERLINK(A1)", want: "'=HYPERLINK(A1)" },
    { value: "+1", want: "'+1" },
    { value: "-1", want: "'-1" },
    { value: "@SUM(A1)", want: "'@SUM(A1)" },
    { value: "\tx", want: `"'\tx"` },
    { value: "Sales; EMEA", want: '"Sales; EMEA"' },
    { value: "a\tb", want: '"a\tb"' },
    { value: "\rx", want: '"\'\rx"' },
    { value: "＝1", want: "'＝1" },
    { value: -1.5, want: "-1.5" },
    { value: false, want: "false" },
    { value: null, want: "" },
    { value: undefined, want: "" },
    { value: [{ id: "a" }], want: '"[{""id"":""a""}]"' },
  ])("$value", ({ value, want }) => {
    expect(csvCell(value)).toBe(want);
  });

  test("reads back as it was, but for the apostrophe before a formula", async () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ",", "\r", "\n", "=", "-", "+", "@", "\t", "'", "a", "会"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ id: text, title: text })), async (rows) => {
        const [, ...records] = readCsv(await written("csv", [rows]));
        const tame = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);
        expect(records).toEqual(rows.map(({ id, title }) => [tame(id), tame(title)]));
      }),
    );
  });

  test("no text begins as a formula does, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(csvCell(text)).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });
});
