import { describe, expect, test } from "vitest";
import type { Responses } from "../../scripts/generate/responses.js";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import { readOperationList } from "./read-operations.js";

const folder = createTemporaryFolder();

/** Reads the responses of an operation. */
async function readResponses(responses: string): Promise<Responses> {
  const text = `${HEAD}paths: { /a: { post: { responses: { ${responses} } } } }\n`;
  const [operation] = await readOperationList(folder, text);
  if (!operation) throw new Error("the operation is left out");
  return operation.responses;
}

const renderContent = (type: string, schema = ""): string => `{ content: { ${type}: { ${schema} } } }`;

describe("the media types of a response", () => {
  test.each([
    ["application/json", "", "json"],
    ["application/problem+json; charset=utf-8", "", "json"],
    ["'*/*'", "schema: { type: array }", "json"],
    ["'*/*'", "schema: { type: string }", "text"],
    ["'*/*'", "schema: { type: string, format: binary }", "bytes"],
    ["application/*", "schema: { type: string }", "bytes"],
    ["text/event-stream", "", "events"],
    ["text/csv", "", "text"],
    ["application/json-seq", "", "text"],
    ["application/x-ndjson", "", "text"],
    ["application/x-www-form-urlencoded", "", "text"],
    ["application/soap+xml", "", "text"],
    ["x-text/a", "", "bytes"],
    ["application/pdf", "schema: { type: object }", "bytes"],
  ])("%s { %s } is read as %s", async (type, schema, kind) => {
    const { success } = await readResponses(`"200": ${renderContent(type, schema)}`);
    expect(success.map(({ media }) => media.kind)).toEqual([kind]);
  });
});

describe("the responses of an operation", () => {
  const getLabels = (variants: Responses["success"]): string[] =>
    variants.map(({ status, media }) => `${status} ${media.type}`);

  test("are successes and errors by their status", async () => {
    const { success, error, hasEmptySuccess, hasEmptyError } = await readResponses(
      `"200": ${renderContent("text/csv")}, "2XX": ${renderContent("image/png")}, "301": ${renderContent("text/html")},
       "404": {}, "5XX": ${renderContent("text/plain")}, default: ${renderContent("application/json")}`,
    );
    expect(getLabels(success)).toEqual(["200 text/csv", "2XX image/png"]);
    expect(getLabels(error)).toEqual(["301 text/html", "5XX text/plain", "default application/json"]);
    expect([hasEmptySuccess, hasEmptyError]).toEqual([false, true]);
  });

  test("count the default response as a success and as an error if no success is documented", async () => {
    const { success, error } = await readResponses(`"400": {}, default: ${renderContent("text/plain")}`);
    expect(getLabels(success)).toEqual(["default text/plain"]);
    expect(getLabels(error)).toEqual(["default text/plain"]);
  });

  test.each([
    ["no response", "", true],
    ["a response without a body", `"200": ${renderContent("text/plain")}, "204": {}`, true],
    ["an error without a body", `"200": ${renderContent("text/plain")}, "404": {}`, false],
  ])("with $0 set hasEmptySuccess to $2", async (_, responses, expected) => {
    expect((await readResponses(responses)).hasEmptySuccess).toBe(expected);
  });

  test.each([
    ["default", `"404": {}, default: {}`, true],
    ["4XX and 5XX", `"4XX": {}, "5xx": {}`, true],
    ["only 4XX", `"4XX": {}, "404": {}`, false],
    ["only 404", `"404": {}`, false],
  ])("with $0 set coversErrors to $2", async (_, responses, expected) => {
    expect((await readResponses(responses)).coversErrors).toBe(expected);
  });

  test("name the statuses whose body is not described, except those that never have a body", async () => {
    const { unreadStatuses } = await readResponses(
      `"200": ${renderContent("application/json")}, "201": {}, "202": {}, "204": {}, "205": {}`,
    );
    expect(unreadStatuses).toEqual(["201", "202"]);
  });

  test("name the schemas of the JSON in a success", async () => {
    const { schemas } = await readResponses(
      `"200": ${renderContent("application/json", "schema: { type: object }")},
       "201": ${renderContent("text/plain", "schema: { type: string }")},
       "400": ${renderContent("application/json", "schema: { type: array }")}`,
    );
    expect(schemas.map(({ value }) => value)).toEqual([{ type: "object" }]);
  });
});
