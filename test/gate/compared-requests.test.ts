import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { compare, type Document } from "./one-operation.js";

const query = (name: string, schema: JsonObject = {}): JsonObject => ({ name, in: "query", schema });

describe("Parameters compared", () => {
  const parameters = (...list: (JsonObject | null)[]): Document => ({ operation: { parameters: list } });

  it("of which only ours is required ask for nothing more of a caller", () => {
    expect(compare(parameters({ ...query("page"), required: true }), parameters(query("page")))).toEqual([
      "  differs: query parameter page: ours requires it, theirs does not",
    ]);
  });

  it("are the same headers in any case, and the same query parameters in no other", () => {
    const header = (name: string): JsonObject => ({ name, in: "header" });
    expect(compare(parameters(header("X-Trace")), parameters(header("x-trace")))).toEqual([
      "  differs: header parameter X-Trace: theirs calls it x-trace; the URL is the same",
    ]);
    expect(compare(parameters(query("Page")), parameters(query("page")))).toEqual([
      "! ours only: query parameter Page: theirs does not have it: what a caller asks for by it may not be heeded",
      "  theirs only: query parameter page: ours cannot send it",
    ]);
    expect(compare(parameters(query("page")), parameters(header("page")))).toEqual([
      "! ours only: query parameter page: theirs does not have it: what a caller asks for by it may not be heeded",
      "  theirs only: header parameter page: ours cannot send it",
    ]);
  });

  it("of the path are the same at the same place, and required whatever is said", () => {
    const ours = {
      ...parameters({ name: "app", in: "path" }, { name: "id", in: "path" }),
      pathNames: ["app", "id"],
    };
    const theirs = {
      ...parameters({ name: "id", in: "path", required: true }, { name: "kit", in: "path" }),
      pathNames: ["kit", "id"],
    };
    expect(compare(ours, theirs)).toEqual([
      "  differs: path parameter app: theirs calls it kit; the URL is the same",
    ]);
  });

  it("may be the path's, and those of the operation come before them", () => {
    const ours = { item: { parameters: [query("page"), query("search", { type: "number" })] } };
    const theirs = { operation: { parameters: [query("page"), query("search", { type: "string" })] } };
    expect(compare({ ...ours, ...theirs }, theirs)).toEqual([]);
    expect(compare(ours, theirs)).toEqual([
      "! differs: query parameter search: the type is string in theirs, number in ours",
    ]);
  });

  it("are passed over where they are none", () => {
    const broken = parameters(
      { $ref: "#/components/parameters/Gone" },
      null,
      { name: "page" },
      { in: "query" },
    );
    expect(compare(broken, parameters())).toEqual([]);
    expect(compare(parameters(), broken)).toEqual([]);
    expect(compare({ operation: { parameters: "page" } }, {})).toEqual([]);
  });

  it("are the same without a schema", () => {
    const unsaid = parameters({ name: "page", in: "query" });
    expect(compare(unsaid, unsaid)).toEqual([]);
  });

  it.each<{ ours: JsonObject; theirs: JsonObject; want: string[] }>([
    {
      ours: { type: "integer" },
      theirs: { type: "number" },
      want: ["  the type is number in theirs, integer in ours"],
    },
    {
      ours: { type: "number" },
      theirs: { type: "integer" },
      want: ["! the type is integer in theirs, number in ours"],
    },
    { ours: {}, theirs: { type: "string" }, want: ["  the type is string in theirs, any in ours"] },
    { ours: { type: "string" }, theirs: {}, want: ["  the type is any in theirs, string in ours"] },
    {
      ours: { type: "string" },
      theirs: { type: ["string", "null"] },
      want: ["  the type is null | string in theirs, string in ours"],
    },
    {
      ours: { type: ["string", "null"] },
      theirs: { type: "string" },
      want: ["! the type is string in theirs, null | string in ours"],
    },
    { ours: { type: ["string", "null"] }, theirs: { type: ["null", "string"] }, want: [] },
    {
      ours: { type: "string" },
      theirs: { type: "string", enum: ["b", "a"] },
      want: ['! the values are "a" | "b" in theirs, any in ours'],
    },
    {
      ours: { type: "string", enum: ["a"] },
      theirs: { type: "string" },
      want: ['  the values are any in theirs, "a" in ours'],
    },
    { ours: { minimum: 1 }, theirs: { minimum: 2 }, want: ["! minimum is 2 in theirs, 1 in ours"] },
    { ours: { minimum: 2 }, theirs: { minimum: 1 }, want: ["  minimum is 1 in theirs, 2 in ours"] },
    { ours: { minimum: 2 }, theirs: { minimum: 2 }, want: [] },
    { ours: { minimum: 2 }, theirs: {}, want: ["  minimum is not set in theirs, 2 in ours"] },
    { ours: {}, theirs: { minimum: 2 }, want: ["! minimum is 2 in theirs, not set in ours"] },
    { ours: { minimum: "9" }, theirs: { minimum: 2 }, want: ['! minimum is 2 in theirs, "9" in ours'] },
    { ours: {}, theirs: { minimum: "2" }, want: ['  minimum is "2" in theirs, not set in ours'] },
    { ours: { maximum: 2 }, theirs: { maximum: 1 }, want: ["! maximum is 1 in theirs, 2 in ours"] },
    { ours: { maximum: 1 }, theirs: { maximum: 2 }, want: ["  maximum is 2 in theirs, 1 in ours"] },
    { ours: {}, theirs: { maximum: 2 }, want: ["! maximum is 2 in theirs, not set in ours"] },
    { ours: { maximum: "1" }, theirs: { maximum: 2 }, want: ['! maximum is 2 in theirs, "1" in ours'] },
    { ours: {}, theirs: { maximum: "2" }, want: ['  maximum is "2" in theirs, not set in ours'] },
    { ours: { minLength: 1 }, theirs: { minLength: 2 }, want: ["  minLength is 2 in theirs, 1 in ours"] },
    { ours: { maxLength: 2 }, theirs: { maxLength: 1 }, want: ["  maxLength is 1 in theirs, 2 in ours"] },
  ])("break a caller where theirs takes less: $ours against $theirs", ({ ours, theirs, want }) => {
    expect(compare(parameters(query("page", ours)), parameters(query("page", theirs)))).toEqual(
      want.map((line) => `${line.slice(0, 2)}differs: query parameter page: ${line.slice(2)}`),
    );
  });

  const filter = (required: string[], ...names: string[]): Document =>
    parameters(
      query("filter", {
        type: "object",
        required,
        properties: Object.fromEntries(names.map((name) => [name, {}])),
      }),
    );

  it.each<{ given: string; ours: Document; theirs: Document; want: string[] }>([
    {
      given: "theirs lacks",
      ours: filter([], "region"),
      theirs: filter([]),
      want: ["! ours only: query parameter filter, region: theirs does not have it"],
    },
    {
      given: "ours lacks",
      ours: filter([]),
      theirs: filter([], "region"),
      want: ["  theirs only: query parameter filter, region: ours lacks it"],
    },
    {
      given: "ours lacks and theirs requires",
      ours: filter([]),
      theirs: filter(["region"], "region"),
      want: ["! theirs only: query parameter filter, region: ours lacks it"],
    },
    {
      given: "only theirs requires",
      ours: filter([], "region"),
      theirs: filter(["region"], "region"),
      want: ["! differs: query parameter filter, region: theirs requires it, ours does not"],
    },
    {
      given: "only ours requires",
      ours: filter(["region"], "region"),
      theirs: filter([], "region"),
      want: ["  differs: query parameter filter, region: ours requires it, theirs does not"],
    },
  ])("break a caller who sends, or does not, a field that $given", ({ ours, theirs, want }) => {
    expect(compare(ours, theirs)).toEqual(want);
  });
});

describe("Credentials compared", () => {
  const securitySchemes = {
    token: { type: "http", scheme: "bearer" },
    key: { type: "apiKey", in: "header", name: "X-Key" },
    email: { type: "apiKey", in: "header", name: "X-Email" },
  };
  const secured = (...security: (JsonObject | null)[]): Document => ({
    operation: { security },
    root: { components: { securitySchemes } },
  });
  const UNSAID: Document = {};
  const TOKEN = secured({ token: [] });

  it.each<{ given: string; ours: Document; theirs: Document; want: string[] }>([
    { given: "neither says anything", ours: UNSAID, theirs: UNSAID, want: [] },
    {
      given: "theirs says nothing",
      ours: TOKEN,
      theirs: UNSAID,
      want: ["  differs: security: theirs says nothing of credentials"],
    },
    {
      given: "ours says nothing",
      ours: UNSAID,
      theirs: TOKEN,
      want: [
        "! differs: security: theirs does not take calls without credentials",
        "  theirs only: security: theirs takes http bearer as well",
      ],
    },
    {
      given: "ours says nothing, and theirs asks for none",
      ours: UNSAID,
      theirs: secured(),
      want: ["  theirs only: security: theirs takes calls without credentials as well"],
    },
    {
      given: "ours sends what theirs does not ask for",
      ours: TOKEN,
      theirs: secured(),
      want: ["  theirs only: security: theirs takes calls without credentials as well"],
    },
    {
      given: "ours may send none",
      ours: secured({ token: [] }, {}),
      theirs: TOKEN,
      want: ["! differs: security: theirs does not take calls without credentials"],
    },
    {
      given: "two go together, in any order",
      ours: secured({ key: [], email: [] }),
      theirs: secured({ email: [], key: [] }, null),
      want: [],
    },
    {
      given: "a scheme is not described",
      ours: secured({ gone: [] }),
      theirs: TOKEN,
      want: [
        "! differs: security: theirs does not take gone",
        "  theirs only: security: theirs takes http bearer as well",
      ],
    },
    {
      given: "the document says it for all operations",
      ours: { root: { security: [{ token: [] }], components: { securitySchemes } } },
      theirs: TOKEN,
      want: [],
    },
    {
      given: "the operation says other than the document",
      ours: { ...TOKEN, root: { security: [{ key: [] }], components: { securitySchemes } } },
      theirs: TOKEN,
      want: [],
    },
  ])("where $given", ({ ours, theirs, want }) => {
    expect(compare(ours, theirs)).toEqual(want);
  });
});
