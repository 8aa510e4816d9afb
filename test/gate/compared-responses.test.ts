import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { compare, type Document } from "./one-operation.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

describe("Responses compared", () => {
  const json = (schema: JsonObject, type = "application/json"): JsonObject => ({
    content: { "text/csv": {}, [type]: { schema } },
  });
  const responses = (list: JsonObject, schemas: JsonObject = {}): Document => ({
    operation: { responses: list },
    root: { components: { schemas } },
  });
  const ok = (schema: JsonObject, schemas: JsonObject = {}): Document =>
    responses({ 200: json(schema) }, schemas);
  const TEXT = json({ type: "string" });
  const NUMBER = json({ type: "number" });
  const DIFFERS = "! differs: response 200: the type is number in theirs, string in ours";

  it.each<{ given: string; ours: JsonObject; theirs: JsonObject; want: string[] }>([
    { given: "the same status", ours: { 200: TEXT }, theirs: { 200: NUMBER }, want: [DIFFERS] },
    {
      given: "the same status before all successes",
      ours: { 200: TEXT },
      theirs: { default: NUMBER, "2XX": NUMBER, 200: TEXT },
      want: ["  theirs only: response 2XX: ours lacks it"],
    },
    {
      given: "all successes before all others",
      ours: { 200: TEXT },
      theirs: { "2XX": NUMBER, default: TEXT },
      want: [DIFFERS, "  theirs only: response 2XX: ours lacks it"],
    },
    { given: "all others", ours: { 200: TEXT }, theirs: { default: NUMBER }, want: [DIFFERS] },
    {
      given: "none",
      ours: { 200: TEXT },
      theirs: { 201: TEXT, 404: TEXT },
      want: [
        "! ours only: response 200: theirs does not have it",
        "  theirs only: response 201: ours lacks it",
      ],
    },
    {
      given: "one without JSON",
      ours: { 200: TEXT },
      theirs: { 200: { content: { "text/csv": {} } } },
      want: ["! ours only: response 200: theirs has no JSON in it"],
    },
    {
      given: "one without content",
      ours: { 200: TEXT },
      theirs: { 200: { description: "Done." } },
      want: ["! ours only: response 200: theirs has no JSON in it"],
    },
    { given: "another failure", ours: { 404: TEXT }, theirs: { 404: NUMBER, 500: NUMBER }, want: [] },
    { given: "JSON where ours has none", ours: { 204: {} }, theirs: { 204: NUMBER }, want: [] },
    {
      given: "JSON without a schema",
      ours: { 200: TEXT },
      theirs: { 200: { content: { "application/json": {} } } },
      want: ["  differs: response 200: the type is any in theirs, string in ours"],
    },
  ])("with $given", ({ ours, theirs, want }) => {
    expect(compare(responses(ours), responses(theirs))).toEqual(want);
  });

  it("of documents that tell none are the same", () => {
    expect(compare({}, {})).toEqual([]);
    expect(compare({}, responses({ 200: TEXT }))).toEqual(["  theirs only: response 200: ours lacks it"]);
    expect(compare(responses({ 200: TEXT }), { operation: { responses: "200" } })).toEqual([
      "! ours only: response 200: theirs does not have it",
    ]);
  });

  it.each([
    "application/json",
    "Application/JSON",
    "application/json; charset=utf-8",
    "application/vnd.example+json",
    "application/problem-1.a+json",
  ])("by %s are those of JSON", (type) => {
    expect(compare(responses({ 200: TEXT }), responses({ 200: json({ type: "number" }, type) }))).toEqual([
      DIFFERS,
    ]);
  });

  it.each(["application/jsonp", "application/xml", "text/json", "x-application/json"])(
    "by %s are not",
    (type) => {
      expect(compare(responses({ 200: TEXT }), responses({ 200: json({ type: "number" }, type) }))).toEqual([
        "! ours only: response 200: theirs has no JSON in it",
      ]);
    },
  );

  it.each<{ ours: JsonObject; theirs: JsonObject; want: string[] }>([
    {
      ours: { type: "number" },
      theirs: { type: "integer" },
      want: ["  the type is integer in theirs, number in ours"],
    },
    {
      ours: { type: "integer" },
      theirs: { type: "number" },
      want: ["! the type is number in theirs, integer in ours"],
    },
    { ours: { type: "string" }, theirs: {}, want: ["  the type is any in theirs, string in ours"] },
    {
      ours: { type: "string", const: "a" },
      theirs: { type: "string" },
      want: ['! the values are any in theirs, "a" in ours'],
    },
    {
      ours: { type: "string" },
      theirs: { type: "string", const: "a" },
      want: ['  the values are "a" in theirs, any in ours'],
    },
    { ours: { maximum: 2 }, theirs: { maximum: 1 }, want: ["  maximum is 1 in theirs, 2 in ours"] },
    { ours: { type: "array" }, theirs: { type: "array", items: { type: "string" } }, want: [] },
    { ours: { type: "array", items: { type: "string" } }, theirs: { type: "array" }, want: [] },
  ])("break a caller where theirs may give more: $ours against $theirs", ({ ours, theirs, want }) => {
    expect(compare(ok(ours), ok(theirs))).toEqual(
      want.map((line) => `${line.slice(0, 2)}differs: response 200: ${line.slice(2)}`),
    );
  });

  const object = (required: string[], ...names: string[]): JsonObject => ({
    type: "object",
    required,
    properties: Object.fromEntries(names.map((name) => [name, {}])),
  });

  it.each<{ given: string; ours: JsonObject; theirs: JsonObject; want: string[] }>([
    {
      given: "theirs lacks and ours promises",
      ours: object(["id"], "id"),
      theirs: object([]),
      want: ["! ours only: response 200, id: theirs does not have it, and ours promises it"],
    },
    {
      given: "only theirs promises",
      ours: object([], "id"),
      theirs: object(["id"], "id"),
      want: ["  differs: response 200, id: theirs requires it, ours does not"],
    },
    {
      given: "ours lacks and theirs promises",
      ours: object([]),
      theirs: object(["id"], "id"),
      want: ["  theirs only: response 200, id: ours lacks it"],
    },
  ])("tell of a field that $given", ({ ours, theirs, want }) => {
    expect(compare(ok(ours), ok(theirs))).toEqual(want);
  });

  const page = (sessions: JsonObject): JsonObject => ({
    type: "object",
    properties: { data: { type: "object", properties: { sessions } } },
  });
  const LIST: JsonObject = { type: "array" };

  it.each<{ given: string; ours?: JsonObject; theirs: JsonObject; listAt?: string[]; want: string[] }>([
    { given: "a list", theirs: LIST, want: [] },
    {
      given: "anything",
      theirs: {},
      want: ["  differs: response 200, data.sessions: the type is any in theirs, array in ours"],
    },
    {
      given: "a text",
      theirs: { type: "string" },
      want: [
        "! differs: response 200, data.sessions: the type is string in theirs, array in ours",
        "! differs: response 200, data.sessions: theirs has no list there: the pages would hold nothing",
      ],
    },
    {
      given: "a text, where ours has no list either",
      ours: { type: "string" },
      theirs: { type: "string" },
      want: [],
    },
    {
      given: "a text, where the pages are elsewhere",
      theirs: { type: "string" },
      listAt: ["data", "elsewhere"],
      want: ["! differs: response 200, data.sessions: the type is string in theirs, array in ours"],
    },
  ])(
    "have, for what our code pages by, $given",
    ({ ours = LIST, theirs, listAt = ["data", "sessions"], want }) => {
      expect(compare(ok(page(ours)), ok(page(theirs)), listAt)).toEqual(want);
    },
  );

  it("need no list where our code does not page", () => {
    expect(compare(ok({ type: "string" }), ok({ type: "string" }))).toEqual([]);
  });

  it("are compared as deep as they go", () => {
    const nested = (type: string): JsonObject =>
      Array.from({ length: 100 }).reduce<JsonObject>(
        (inner) => ({ type: "object", properties: { in: inner } }),
        {
          type,
        },
      );
    expect(compare(ok(nested("string")), ok(nested("number")))).toEqual([
      `! differs: response 200, ${Array(100).fill("in").join(".")}: the type is number in theirs, string in ours`,
    ]);
  });

  const node = (next: JsonObject, more: JsonObject = {}): JsonObject => ({
    type: "object",
    ...more,
    properties: { next },
  });

  it("are compared again where only ours comes back to a schema that was compared", () => {
    const ours = ok(ref("Node"), { Node: node(ref("Node")) });
    const theirs = ok(ref("Node"), { Node: node(ref("Other")), Other: node(ref("Node"), { minLength: 1 }) });
    expect(compare(ours, theirs)).toEqual([
      "  differs: response 200, next: minLength is 1 in theirs, not set in ours",
    ]);
    expect(compare(theirs, ours)).toEqual([
      "  differs: response 200, next: minLength is not set in theirs, 1 in ours",
    ]);
  });

  it("are compared again where something is added to a schema that was compared", () => {
    const limited = (maxLength: number): JsonObject => ({
      allOf: [{ properties: { in: ref("Node") } }, { properties: { in: { maxLength } } }],
    });
    const ours = ok(ref("Node"), {
      Node: { properties: { a: ref("Three"), b: ref("Four") } },
      Three: limited(3),
      Four: limited(4),
    });
    const theirs = ok(ref("Node"), {
      Node: { properties: { a: ref("Free"), b: ref("Free") } },
      Free: { properties: { in: ref("Node") } },
    });
    const differs = (field: string, length: number): string =>
      `  differs: response 200, ${field}: maxLength is not set in theirs, ${length} in ours`;
    expect(compare(ours, theirs)).toEqual([
      differs("a.in", 3),
      differs("a.in.b.in", 4),
      differs("b.in", 4),
      differs("b.in.a.in", 3),
    ]);
  });

  it("end where a field of a base is told again, and refers to those that extend it", () => {
    const schemas = {
      Base: node(ref("Node")),
      Node: { allOf: [ref("Base"), { properties: { next: ref("Node") } }] },
    };
    expect(compare(ok(ref("Node"), schemas), ok(ref("Node"), schemas))).toEqual([]);
  });
});
