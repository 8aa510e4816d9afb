import fc from "fast-check";
import qs from "qs";
import { describe, expect, test } from "vitest";
import { createCookieSerializer } from "../../../scripts/generate/runtime/cookie.js";
import type { ParameterStyle } from "../../../scripts/generate/runtime/encode.js";
import { createHeaderSerializer } from "../../../scripts/generate/runtime/header.js";
import { createPathSerializer } from "../../../scripts/generate/runtime/path.js";
import { createQuerySerializer } from "../../../scripts/generate/runtime/query.js";

const text = fc.string({ unit: "grapheme", maxLength: 6 });
const someText = text.filter((item) => item !== "");
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const record = fc.dictionary(someText, text, { minKeys: 1, maxKeys: 4 });

/** Serializes the query parameter `p`. */
const serializeQuery = (value: unknown, style?: ParameterStyle): string =>
  createQuerySerializer(style ? { p: style } : {})({ p: value });
/** Serializes the path parameter `p`. */
const serializePath = (value: unknown, style?: ParameterStyle, template = "/{p}"): string =>
  createPathSerializer(style ? { p: style } : {})(template, { p: value });

describe("a query serializer", () => {
  test("writes exploded arrays and strings as URLSearchParams reads them", () => {
    fc.assert(
      fc.property(someText, texts, text, (name, array, single) => {
        const read = new URLSearchParams(createQuerySerializer()({ [name]: array, [`${name}!`]: single }));
        expect(read.getAll(name)).toEqual(array);
        expect(read.get(`${name}!`)).toBe(single);
      }),
    );
  });

  test("writes an exploded object as separate parameters, as URLSearchParams reads them", () => {
    fc.assert(
      fc.property(record, (object) => {
        expect(Object.fromEntries(new URLSearchParams(serializeQuery(object)))).toEqual({ ...object });
      }),
    );
  });

  test.each([
    ["form", ","],
    ["spaceDelimited", "%20"],
    ["pipeDelimited", "%7C"],
  ] as const)("joins the encoded items of an array by the delimiter of %s", (style, delimiter) => {
    const items = fc.array(
      text.map((item) => item.replaceAll(/[ |]/g, "_")),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(items, (array) => {
        const [name, value = ""] = serializeQuery(array, { style, explode: false }).split("=");
        expect(name).toBe("p");
        expect(value.split(delimiter).map(decodeURIComponent)).toEqual(array);
      }),
    );
  });

  test("writes nested values in brackets as qs reads them", () => {
    const { leaf } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.string({ unit: fc.constantFrom("a", "ä", "9", " ", "&", "=", "%", "+", "#", "'"), maxLength: 4 }),
        fc.array(tie("leaf"), { minLength: 1, maxLength: 3 }),
        fc.dictionary(
          fc.string({
            unit: fc.constantFrom("a", "ä", "_", " ", "&", "=", "%", "+", "#"),
            minLength: 1,
            maxLength: 4,
          }),
          tie("leaf"),
          {
            minKeys: 1,
            maxKeys: 3,
          },
        ),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("a", "b c", "d&e"), leaf, { minKeys: 1 }), (object) => {
        const read = qs.parse(serializeQuery(object, { style: "deepObject" }), {
          depth: 20,
          allowDots: false,
          arrayLimit: 10,
        });
        expect(read).toEqual({ p: structuredClone({ ...object }) });
      }),
    );
  });

  test.each([
    ["an array of a deepObject", ["a", "b"], { style: "deepObject" }, "p[]=a&p[]=b"],
    ["an array within a deepObject", { ids: [1, 2] }, { style: "deepObject" }, "p[ids][]=1&p[ids][]=2"],
    [
      "objects in an array by their index",
      [{ by: "name" }, { by: "id" }],
      undefined,
      "p[0][by]=name&p[1][by]=id",
    ],
    ["arrays in an array by their index", [["a", "b"], "c"], undefined, "p[0][]=a&p[0][]=b&p[1]=c"],
    ["an object within an object of commas", { x: { y: 1 } }, { explode: false }, "p[x][y]=1"],
    ["an object within an exploded object", { x: { y: 1 }, z: [1, 2] }, undefined, "x[y]=1&z=1&z=2"],
    ["objects in an array within an exploded object", { z: [{ y: 1 }] }, undefined, "z[0][y]=1"],
    ["an exploded array of spaces", ["a", "b"], { style: "spaceDelimited", explode: true }, "p=a&p=b"],
    ["a boolean, a number and a bigint", [true, 1.5, 10n], undefined, "p=true&p=1.5&p=10"],
    ["a date as JSON has it", { at: new Date(0) }, { style: "deepObject" }, "p[at]=1970-01-01T00:00:00.000Z"],
    ["a value of `content` as JSON", { a: 1 }, { json: true }, 'p={"a":1}'],
    ["a string of `content` as JSON", "a", { json: true }, 'p="a"'],
  ] as const)("writes %s", (_, value, style, expected) => {
    expect(decodeURIComponent(serializeQuery(value, style))).toBe(expected);
  });

  test.each([
    ["a missing value", undefined, undefined],
    ["null", null, undefined],
    ["an empty array", [], undefined],
    ["an empty array of commas", [], { explode: false }],
    ["an empty object", {}, undefined],
    ["an empty object of commas", {}, { explode: false }],
    ["an empty deepObject", {}, { style: "deepObject" }],
    ["missing items", [null, undefined], undefined],
    ["missing properties", { a: undefined, b: null }, { explode: false }],
    ["missing values within a deepObject", { a: undefined, b: [null], c: {} }, { style: "deepObject" }],
  ] as const)("leaves out %s", (_, value, style) => {
    expect(serializeQuery(value, style)).toBe("");
  });

  test("percent-encodes names and keys", () => {
    const serialize = createQuerySerializer({ labels: { style: "deepObject" }, list: { explode: false } });
    expect(
      serialize({ "filter[a&b]": "1", labels: { "x&admin": "true", "sp ace#": "1" }, list: { "k,=": "v" } }),
    ).toBe("filter%5Ba%26b%5D=1&labels%5Bx%26admin%5D=true&labels%5Bsp%20ace%23%5D=1&list=k%2C%3D,v");
  });

  test("uses only the document for the style of a name", () => {
    expect(serializeQuery(["a", "b"])).toBe("p=a&p=b");
    expect(createQuerySerializer({})({ constructor: ["a"], toString: "b" })).toBe("constructor=a&toString=b");
  });

  test("leaves reserved characters unencoded only if the document allows them", () => {
    const value = "/:?@!$'()*,;=%2f #&+[]%";
    expect(serializeQuery(value)).toBe("p=%2F%3A%3F%40%21%24%27%28%29%2A%2C%3B%3D%252f%20%23%26%2B%5B%5D%25");
    expect(serializeQuery(value, { allowReserved: true })).toBe("p=/:?@!$'()*,;=%2f%20%23%26%2B%5B%5D%25");
  });

  test("puts the query of the path first", () => {
    expect(createQuerySerializer({}, "x=1")({ y: 2 })).toBe("x=1&y=2");
    expect(createQuerySerializer({}, "x=1")({})).toBe("x=1");
  });
});

describe("a path serializer", () => {
  test("writes a string as one segment, as decodeURIComponent reads it", () => {
    fc.assert(
      fc.property(
        someText.filter((item) => item !== "." && item !== ".."),
        (value) => {
          const url = new URL(serializePath(value, undefined, "https://api.test/a/{p}/b?own"));
          expect(url.pathname.split("/").map(decodeURIComponent)).toEqual(["", "a", value, "b"]);
          expect(url.search).toBe("?own");
        },
      ),
    );
  });

  test.each(["", undefined, null, [], {}, [null]])("rejects %o", (value) => {
    expect(() => serializePath(value)).toThrow(
      new TypeError("Path parameter p must not be missing or empty."),
    );
  });

  test("rejects a missing parameter, and ignores inherited properties", () => {
    expect(() => createPathSerializer()("/{id}", {})).toThrow(TypeError);
    expect(() => createPathSerializer()("/{constructor}", {})).toThrow(TypeError);
  });

  test.each([
    ["/a/{p}/b", ".", undefined],
    ["/a/{p}/b", "..", undefined],
    ["/a/{p}", "..", undefined],
    ["/a/.{p}", ".", undefined],
    ["/a/{p}{p}", ".", undefined],
    ["/a/{p}", "", { style: "label" }],
    ["/a/{p}", ".", { style: "label" }],
    ["/a/{p}", "%2e%2E", { allowReserved: true }],
  ] as const)("rejects in %s the value %o, which would be a dot segment", (template, value, style) => {
    expect(() => serializePath(value, style, template)).toThrow(
      /^Path segment \S+ must not become "." or "..", got "[.%2eE]+"\.$/,
    );
  });

  test("accepts dots beside other characters, and in the query of the path", () => {
    expect(serializePath("..", undefined, "/v{p}")).toBe("/v..");
    expect(serializePath("...")).toBe("/...");
    expect(serializePath(".", undefined, "/../a?x={p}")).toBe("/../a?x=.");
  });

  test("uses the whole text between braces as a name", () => {
    const values = { "path*": "a", ".ext": "json", ";id": "1", "a?b/c": "$&" };
    expect(createPathSerializer()("/files/{path*}{.ext}/{;id}/{a?b/c}?x={path*}", values)).toBe(
      "/files/ajson/1/%24%26?x=a",
    );
  });

  test("writes a parameter with `content` as JSON", () => {
    expect(serializePath({ a: 1 }, { json: true })).toBe("/%7B%22a%22%3A1%7D");
  });

  test("leaves reserved characters that do not end a path unencoded if the document allows them", () => {
    expect(serializePath("a/b?c#d:e,f", { allowReserved: true })).toBe("/a%2Fb%3Fc%23d:e,f");
  });

  test.each([
    ["matrix", { a: "", b: 1 }, "/;a;b=1"],
    ["matrix", ["", "x"], "/;p;p=x"],
    ["label", ["a", "b"], "/.a.b"],
    ["simple", { a: "", b: 1 }, "/a=,b=1"],
  ] as const)("writes empty parts of an exploded value as %s does", (style, value, expected) => {
    expect(serializePath(value, { style, explode: true })).toBe(expected);
  });

  test("rejects values that are nested deeper than its styles support", () => {
    expect(() => serializePath([["a"]])).toThrow(
      new TypeError("Path parameter p must not contain nested arrays or objects."),
    );
    expect(() => serializePath({ a: { b: 1 } }, { style: "matrix" })).toThrow(TypeError);
  });
});

describe("a header serializer", () => {
  const serializeHeaders = createHeaderSerializer({ pairs: { explode: true }, content: { json: true } });

  test("joins arrays and objects by commas, and does not encode them", () => {
    expect(
      serializeHeaders({
        ids: [1, 2],
        flag: true,
        text: "a b%",
        object: { a: 1, b: "c d" },
        pairs: { a: 1, b: 2 },
      }),
    ).toEqual({
      ids: "1,2",
      flag: "true",
      text: "a b%",
      object: "a,1,b,c d",
      pairs: "a=1,b=2",
    });
  });

  test("leaves out missing values", () => {
    expect(serializeHeaders({ a: undefined, b: null, c: "" })).toEqual({ c: "" });
  });

  test("writes what `content` describes as JSON within ASCII", () => {
    const { content = "" } = serializeHeaders({ content: { a: "ä\u2028😀" } });
    expect(content).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(content)).toEqual({ a: "ä\u2028😀" });
  });

  test("rejects nested values", () => {
    expect(() => serializeHeaders({ a: [{ b: 1 }] })).toThrow(
      new TypeError("Header a must not contain nested arrays or objects."),
    );
  });
});

describe("a cookie serializer", () => {
  test("writes pairs that a server reads back", () => {
    fc.assert(
      fc.property(someText, text, texts, (name, value, array) => {
        const serialized = createCookieSerializer()({ [name]: value, [`${name}s`]: array }) ?? "";
        expect(serialized.split("; ").map((pair) => pair.split("=").map(decodeURIComponent))).toEqual([
          [name, value],
          ...array.map((item) => [`${name}s`, item]),
        ]);
      }),
    );
  });

  test("writes `cookie` unencoded, `content` as JSON, and leaves out missing values", () => {
    const serialize = createCookieSerializer({ raw: { style: "cookie" }, json: { json: true } });
    expect(serialize({ raw: "a=b/c", json: [1], missing: undefined })).toBe("raw=a=b/c; json=%5B1%5D");
    expect(serialize({ raw: [], missing: null })).toBeUndefined();
  });
});
