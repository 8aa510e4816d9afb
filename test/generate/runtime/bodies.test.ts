import fc from "fast-check";
import qs from "qs";
import { describe, expect, test } from "vitest";
import { createFormSerializer } from "../../../scripts/generate/runtime/form.js";
import { createMultipartSerializer, type PartEncoding } from "../../../scripts/generate/runtime/multipart.js";

const text = fc.string({ unit: "grapheme", maxLength: 6 });
const name = text.filter((value) => value !== "" && value !== "__proto__");

describe("a form serializer", () => {
  test("writes strings and repeated names as the form parser of fetch reads them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.array(text)), async (fields) => {
        const headers = { "Content-Type": "application/x-www-form-urlencoded" };
        const read = await new Response(createFormSerializer()(fields), { headers }).formData();
        for (const [key, values] of Object.entries(fields)) expect(read.getAll(key)).toEqual(values);
      }),
    );
  });

  test("writes nested objects in brackets as qs reads them", () => {
    const body = {
      amount: 100,
      metadata: { order: "6735", "a b": "c&d" },
      items: [{ price: "p1", tags: ["x", "y"] }, { price: "p2" }],
      card: { owner: { name: "Ä" } },
    };
    expect(qs.parse(createFormSerializer()(body))).toEqual({
      ...body,
      amount: "100",
    });
  });

  test.each([
    ["commas", { scope: { explode: false } }, "scope=a,b"],
    ["brackets", { scope: { style: "deepObject" } }, "scope[]=a&scope[]=b"],
    ["spaces", { scope: { style: "spaceDelimited" } }, "scope=a%20b"],
    ["JSON", { scope: { json: true } }, 'scope=["a","b"]'],
  ] as const)("writes an array by %s if its encoding requires it", (_, encoding, expected) => {
    const serialized = createFormSerializer(encoding)({ scope: ["a", "b"] });
    expect(expected.includes("%") ? serialized : decodeURIComponent(serialized)).toBe(expected);
  });

  test("writes an object as separate fields if its encoding requires it", () => {
    expect(createFormSerializer({ o: { style: "form", explode: true } })({ o: { a: 1 }, b: null })).toBe(
      "a=1",
    );
  });

  test("passes serialized bodies unchanged", () => {
    expect(createFormSerializer()(new URLSearchParams({ a: "b c" }))).toBe("a=b+c");
    expect(createFormSerializer()("a=b")).toBe("a=b");
  });
});

describe("a multipart serializer", () => {
  /** Returns the parts that undici's parser reads from the bytes. */
  const readParts = async (body: object, encodings?: Record<string, PartEncoding>): Promise<FormData> =>
    new Response(createMultipartSerializer(encodings)(body)).formData();

  test("sends strings and bytes as a multipart parser reads them", async () => {
    // Line ends are normalized by every FormData.
    const line = text.map((value) => value.replace(/[\r\n]/g, ""));
    const key = name.filter((value) => !/[\r\n"\\]/.test(value));
    await fc.assert(
      fc.asyncProperty(key, line, fc.uint8Array(), async (field, value, bytes) => {
        const parts = await readParts({ [field]: value, [`${field}-file`]: new File([bytes], "a.bin") });
        expect(parts.get(field)).toBe(value);
        const file = parts.get(`${field}-file`) as File;
        expect(file.name).toBe("a.bin");
        expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  test("writes each item of an array as a part, and leaves out missing values", async () => {
    const parts = await readParts({
      tags: ["a", 1, true, null],
      files: [new Blob(["x"]), new Blob(["y"])],
      missing: undefined,
    });
    expect(parts.getAll("tags")).toEqual(["a", "1", "true"]);
    expect(await Promise.all(parts.getAll("files").map((file) => (file as File).text()))).toEqual(["x", "y"]);
    expect(parts.has("missing")).toBe(false);
  });

  test("sends objects as JSON, with the media type that the encoding names", async () => {
    const parts = await readParts(
      { plain: { a: 1 }, typed: { b: new Date(0) }, list: [{ c: 1 }, { c: 2 }] },
      { typed: { contentType: "application/json" } },
    );
    expect(parts.get("plain")).toBe('{"a":1}');
    expect(parts.getAll("list")).toEqual(['{"c":1}', '{"c":2}']);
    const typed = parts.get("typed") as File;
    expect(typed.type).toBe("application/json");
    expect(await typed.text()).toBe('{"b":"1970-01-01T00:00:00.000Z"}');
  });

  test("sets the media type of the encoding only on a file without one", async () => {
    const parts = await readParts(
      { a: new File(["x"], "a.png"), b: new Blob(["x"], { type: "image/gif" }), c: "<a/>" },
      { a: { contentType: "image/png" }, b: { contentType: "image/png" }, c: { contentType: "text/xml" } },
    );
    const [a, b, c] = ["a", "b", "c"].map((key) => parts.get(key) as File);
    expect([a?.type, a?.name, b?.type, c?.type]).toEqual(["image/png", "a.png", "image/gif", "text/xml"]);
  });

  test("writes nested values in brackets if the encoding requires it", async () => {
    const parts = await readParts({ meta: { a: [1, 2], b: { c: "d" } } }, { meta: { usesBrackets: true } });
    expect([...parts]).toEqual([
      ["meta[a][]", "1"],
      ["meta[a][]", "2"],
      ["meta[b][c]", "d"],
    ]);
  });

  test("passes a FormData unchanged", () => {
    const form = new FormData();
    expect(createMultipartSerializer()(form)).toBe(form);
  });
});
