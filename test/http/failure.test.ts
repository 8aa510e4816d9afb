import { describe, expect, test, vi } from "vitest";
import { findHint, readFailure } from "../../src/http/failure.js";

const readBody = (body: unknown): ReturnType<typeof readFailure> =>
  readFailure(typeof body === "string" ? body : JSON.stringify(body), (text) =>
    text.replaceAll("secret-token", "***"),
  );

describe("readFailure", () => {
  test.each([
    {
      what: "Cloudflare's common envelope",
      body: { success: false, errors: [{ code: 10000, message: "Authentication error", documentation_url: "https://a.example" }], messages: [], result: null },
      summary: "Authentication error (code 10000)",
      errors: [{ code: 10000, message: "Authentication error", documentation_url: "https://a.example" }],
    },
    {
      what: "RealtimeKit's own envelope",
      body: { success: false, error: { code: 404, message: "App not found" } },
      summary: "App not found (code 404)",
      errors: [{ code: 404, message: "App not found" }],
    },
    {
      what: "both envelopes, the first of them empty",
      body: { errors: [], error: { code: 7, message: "Gone" } },
      summary: "Gone (code 7)",
      errors: [{ code: 7, message: "Gone" }],
    },
    {
      what: "an error with its causes, as Cloudflare returns for a malformed token",
      body: { success: false, errors: [{ code: 6003, message: "Invalid request headers", error_chain: [{ code: 6111, message: "Invalid format for Authorization header" }] }] },
      summary: "Invalid request headers (code 6003); Invalid format for Authorization header (code 6111)",
      errors: [{ code: 6003, message: "Invalid request headers", error_chain: [{ code: 6111, message: "Invalid format for Authorization header" }] }],
    },
    {
      what: "a message beside the text of the status, as Spring returns it",
      body: { status: 404, error: "Not Found", message: "No static resource accounts", path: "/accounts" },
      summary: "No static resource accounts",
      errors: [{ message: "No static resource accounts" }],
    },
    {
      what: "messages beside the text of the status, as NestJS returns them",
      body: { statusCode: 400, message: ["page_no is too large", "per_page is too large"], error: "Bad Request" },
      summary: "page_no is too large; per_page is too large",
      errors: [{ message: "page_no is too large" }, { message: "per_page is too large" }],
    },
    {
      what: "an empty message beside the text of the status",
      body: { status: 404, error: "Not Found", message: "", path: "/accounts" },
      summary: "Not Found",
      errors: [{ message: "Not Found" }],
    },
    {
      what: "the HTML page of Express",
      body: "<!DOCTYPE html><title>Error</title><pre>Cannot GET /accounts</pre>",
      summary: "Error  Cannot GET /accounts",
      errors: [],
    },
    {
      what: "problem details",
      body: { type: "about:blank", title: "Bad gateway", status: 502, detail: "No origin" },
      summary: "Bad gateway: No origin (code 502)",
      errors: [{ code: 502, message: "Bad gateway: No origin" }],
    },
    {
      what: "problem details without a title",
      body: { detail: "No origin", status: 502 },
      summary: "No origin (code 502)",
      errors: [{ code: 502, message: "No origin" }],
    },
    {
      what: "problem details with a title that is not a string",
      body: { title: 5, detail: "No origin" },
      summary: "No origin",
      errors: [{ code: undefined, message: "No origin" }],
    },
    {
      what: "errors beside a title",
      body: { title: "Bad request", errors: [{ code: 1, message: "No" }] },
      summary: "No (code 1)",
      errors: [{ code: 1, message: "No" }],
    },
    {
      what: "errors that are problem details themselves",
      body: { errors: [{ status: "422", title: "Invalid", detail: "per_page is too large" }] },
      summary: "Invalid: per_page is too large (code 422)",
      errors: [{ code: "422", message: "Invalid: per_page is too large" }],
    },
    {
      what: "only a message",
      body: { message: "Too many requests" },
      summary: "Too many requests",
      errors: [{ message: "Too many requests" }],
    },
    {
      what: "a message beside a title",
      body: { title: "Bad", message: "Too many requests", code: 9 },
      summary: "Too many requests (code 9)",
      errors: [{ title: "Bad", message: "Too many requests", code: 9 }],
    },
    {
      what: "messages by field",
      body: { errors: { per_page: ["is too large", "is odd"], page_no: ["is missing"] } },
      summary: "per_page: is too large, is odd; page_no: is missing",
      errors: [{ message: "per_page: is too large, is odd" }, { message: "page_no: is missing" }],
    },
    {
      what: "errors by field",
      body: { errors: { per_page: ["is odd", { message: "is too large", code: 7 }, { code: 8 }] } },
      summary: "per_page: is odd, is too large (code 7), (code 8)",
      errors: [{ message: "per_page: is odd, is too large (code 7), (code 8)" }],
    },
    {
      what: "strings beside other values",
      body: { errors: [5, true, null, "", "No such app"] },
      summary: "No such app",
      errors: [{ message: "No such app" }],
    },
    {
      what: "codes without messages",
      body: { errors: [{ code: "bad_page" }, { code: {}, message: "No page" }] },
      summary: "(code bad_page); No page",
      errors: [{ code: "bad_page" }, { code: {}, message: "No page" }],
    },
    { what: "an error that is a string", body: { error: "Unauthorized" }, summary: "Unauthorized", errors: [{ message: "Unauthorized" }] },
    { what: "a JSON string", body: '"down"', summary: "down", errors: [{ message: "down" }] },
    { what: "plain text", body: "error code: 1015", summary: "error code: 1015", errors: [] },
    { what: "an HTML title", body: "<!doctype html>\n<html><head><TITLE lang=en>\n Just a moment... </title>", summary: "Just a moment...", errors: [] },
    { what: "an HTML title beside other text", body: "<title lang=en>Just</title><p>Wait", summary: "Just", errors: [] },
    { what: "text that ends like an empty body", body: "it is null", summary: "it is null", errors: [] },
    { what: "text that begins like an empty body", body: "null pointer", summary: "null pointer", errors: [] },
    { what: "an empty JSON string", body: '""', summary: "", errors: [] },
    {
      what: "messages by field beside another value",
      body: { errors: { per_page: ["is too large"], count: 1 } },
      summary: '{"errors":{"per_page":["is too large"],"count":1}}',
      errors: [{ per_page: ["is too large"], count: 1 }],
    },
    { what: "HTML without a title", body: "<html><body><h1>502 Bad\tGateway</h1>", summary: "502 Bad Gateway", errors: [] },
    { what: "adjoining elements of HTML", body: "<h1>Down</h1><p>Wait</p>", summary: "Down  Wait", errors: [] },
    { what: "HTML that breaks off in a tag", body: "<p>Down</p><div class", summary: "Down", errors: [] },
    { what: "an error without a message", body: { errors: [{}] }, summary: '{"errors":[{}]}', errors: [{}] },
    { what: "a message that is not a string", body: { errors: [{ message: {} }] }, summary: '{"errors":[{"message":{}}]}', errors: [{ message: {} }] },
    { what: "JSON without any known field", body: { reason: "down" }, summary: '{"reason":"down"}', errors: [] },
    { what: "a number", body: "5", summary: "5", errors: [] },
    { what: "null", body: "null", summary: "", errors: [] },
    { what: "an empty array", body: "[]", summary: "", errors: [] },
    { what: "an empty object", body: " {} ", summary: "", errors: [] },
    { what: "an empty object of errors", body: { errors: {} }, summary: "", errors: [{}] },
    { what: "an envelope whose fields are empty", body: { success: false, errors: [], messages: [], result: null }, summary: "", errors: [] },
    { what: "an envelope with a result", body: { success: false, errors: [], result: 5 }, summary: '{"success":false,"errors":[],"result":5}', errors: [] },
    { what: "an empty body", body: "", summary: "", errors: [] },
  ])("reads $what", ({ body, summary, errors }) => {
    expect(readBody(body)).toMatchObject({ summary, errors });
  }); // prettier-ignore

  test("reads JSON that is nested too deep to be written as text", () => {
    const { summary, errors } = readBody(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
    expect(summary).toBe(`${"[".repeat(499)}…`);
    expect(errors).toEqual([]);
  });

  test("shortens the summary to 500 characters and the body to 2,000", () => {
    const { summary, bodyText } = readBody("No ".repeat(9_000));
    expect(summary).toBe(`${"No ".repeat(166)}N…`);
    expect(bodyText).toBe(`${"No ".repeat(666)}N…`);
  });

  test("does not shorten a string that fits", () => {
    expect(readBody("a".repeat(500)).summary).toBe("a".repeat(500));
    expect(readBody("a".repeat(2000)).bodyText).toBe("a".repeat(2000));
  });

  test("does not split a character", () => {
    expect(readBody(`${"a".repeat(498)}👋👋`).summary).toBe(`${"a".repeat(498)}…`);
    expect(readBody(`👋${"a".repeat(499)}`).summary).toBe(`👋${"a".repeat(497)}…`);
  });

  test("keeps all errors of a long list", () => {
    const errors = Array.from({ length: 5_000 }, (_, code) => ({ code, message: "No ".repeat(9) }));
    const failure = readBody({ errors });
    expect(failure.errors.length).toBe(5_000);
    expect(failure.summary.length).toBe(500);
  });

  test("replaces control characters and marks that change the direction of text", () => {
    const { summary, bodyText } = readBody("No\u0007\u001b[2J such\r\n\u202eapp\u2069\u0085!");
    expect(summary).toBe("No [2J such app !");
    expect(bodyText).toBe("No [2J such app !");
  });

  test("returns the body as text, and JSON without white space", () => {
    expect(readBody("<p>Down").bodyText).toBe("<p>Down");
    expect(readBody('{ "a": 1 }').bodyText).toBe('{"a":1}');
    expect(readBody("").bodyText).toBe("");
  });

  test.each([
    ["a string", "No secret-token"],
    ["a value", { message: "No secret-token" }],
    ["a key", { errors: { "secret-token": ["is invalid"] } }],
    ["a nested key", { errors: [{ message: "No", "secret-token": { "secret-token": 1 } }] }],
    ["escaped JSON", '{"message": "No \\u0073ecret-token"}'],
  ])("redacts the token in %s", (_, body) => {
    const text = JSON.stringify(readBody(body));
    expect(text).toContain("***");
    expect(text).not.toContain("secret-token");
  });

  test("reads a body of many angle brackets within two seconds", () => {
    const start = performance.now();
    readBody("<".repeat(1_000_000));
    readBody("<title".repeat(200_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("does not split a long text into its characters", () => {
    const listEntries = vi.spyOn(Object, "entries");
    expect(readBody({ error: "x".repeat(9999) }).errors).toEqual([{ message: "x".repeat(9999) }]);
    for (const [value] of listEntries.mock.calls) expect(value).toBeTypeOf("object");
    listEntries.mockRestore();
  });
});

describe("findHint", () => {
  test.each([
    [401, "", "Is the API token right?"],
    [401, "Authentication error (code 10000)", "Is the API token right?"],
    [401, "Unauthorized", "Is the API token right?"],
    [403, "", "Does the API token have the permission Realtime or Realtime Admin?"],
    [403, "403 Forbidden", "Does the API token have the permission Realtime or Realtime Admin?"],
    [403, "Access denied.", "Does the API token have the permission Realtime or Realtime Admin?"],
    [404, "", "Is the app id right?"],
    [404, "App not found (code 404)", "Is the app id right?"],
  ])('is a question for the status %i and the message "%s"', (status, summary, hint) => {
    expect(findHint(status, summary, "app_id")).toBe(`. ${hint}`);
  });

  test.each([
    ["session_id", "Session not found", "Is the session id right?"],
    ["participant_id", "", "Is the participant id right?"],
    ["zooId", "", "Is the zooId right?"],
  ])("names the parameter %s for a 404", (idName, summary, hint) => {
    expect(findHint(404, summary, idName)).toBe(`. ${hint}`);
  });

  test("is empty for a 404 that names another id", () => {
    expect(findHint(404, "App not found (code 404)", "session_id")).toBe("");
  });

  test("is empty for a 404 whose text only shares letters with the name of the id", () => {
    expect(findHint(404, "Dosed", "session_id")).toBe("");
  });

  test("is empty for a 404 of a path without ids", () => {
    expect(findHint(404, "")).toBe("");
  });

  test.each([
    [400, ""],
    [500, ""],
    [401, "Invalid format for Authorization header"],
    [403, "error code: 1020 Attention Required! | Cloudflare"],
    [403, "Cannot use the access token from location: 192.0.2.1 (code 9109)"],
    [403, "Your account is suspended"],
    [404, "There is no such page"],
    [404, "Session not found"],
    [403, "applet tokens"],
  ])('is empty for the status %i and the message "%s"', (status, summary) => {
    expect(findHint(status, summary, "app_id")).toBe("");
  });
});
