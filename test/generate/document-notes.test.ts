import { describe, expect, test } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { listWebhooksAndCallbacks, noteMissingBaseUrl } from "../../scripts/generate/document-notes.js";
import { formatProblem } from "../../scripts/problem.js";
import { createTemporaryFolder, HEAD, writeTexts } from "./document-files.js";

const folder = createTemporaryFolder();

const formatLines = async (text: string, verbose: boolean): Promise<string[]> => {
  const document = await readDocument(writeTexts(folder, { "api.yaml": HEAD + text }));
  return listWebhooksAndCallbacks(document, verbose).map((problem) =>
    formatProblem(problem).replace(`${folder}/`, ""),
  );
};

describe("webhooks and callbacks", () => {
  const text = `webhooks:
  ended: {}
  begun: {}
paths:
  /a:
    post:
      callbacks:
        done: {}
        failed: {}
      responses: {}
    get:
      responses: {}
`;

  test("are counted in one line, because no function is generated for them", async () => {
    expect(await formatLines(text, false)).toEqual([
      "api.yaml webhooks: 2, callbacks: 2. No functions are generated for calls that the API makes.",
    ]);
  });

  test("are listed with their locations with --verbose", async () => {
    expect(await formatLines(text, true)).toEqual([
      "api.yaml:5:10 webhook ended is left out",
      "api.yaml:6:10 webhook begun is left out",
      "api.yaml:11:15 callback done is left out",
      "api.yaml:12:17 callback failed is left out",
    ]);
  });

  test.for([
    ["a document does not have them", "paths: { /a: { get: {} } }\n"],
    ["it has no paths", ""],
    ["they are empty", "webhooks: {}\npaths: { /a: { get: { callbacks: {} } } }\n"],
    ["they are not objects", "webhooks: []\npaths: { /a: [], /b: { get: 1, summary: B } }\n"],
  ] as const)("are not mentioned if %s", async ([, given]) => {
    expect(await formatLines(given, false)).toEqual([]);
  });
});

describe("a client without a default base URL", () => {
  const readNote = async (head: string): Promise<string[]> =>
    noteMissingBaseUrl(await readDocument(writeTexts(folder, { "servers.yaml": `${head}paths: {}\n` }))).map(
      (problem) => formatProblem(problem).replace(`${folder}/`, ""),
    );
  const NOTE = "there is no absolute URL of a server: pass a baseUrl to createApiClient";

  test("is mentioned once, with the location of the servers", async () => {
    expect(await readNote(HEAD.replace("https://api.test", ""))).toEqual([`servers.yaml:3:10 ${NOTE}`]);
    expect(await readNote(HEAD.replace(/servers.*\n/, ""))).toEqual([`servers.yaml ${NOTE}`]);
  });

  test("is mentioned if a variable of its server has no default", async () => {
    expect(await readNote(HEAD.replace("api.test", "{region}.test"))).toEqual([
      "servers.yaml:3:10 the variable region of the server has no default: pass a baseUrl to createApiClient",
    ]);
  });

  test("is mentioned if the path of its relative server has a variable without a default", async () => {
    const head = "openapi: 3.2.0\n$self: https://a.test/api.yaml\nservers: [{ url: '/{region}/v1' }]\n";
    expect(await readNote(head)).toEqual([
      "servers.yaml:3:10 the variable region of the server has no default: pass a baseUrl to createApiClient",
    ]);
  });

  test("is not mentioned if a server or the document has a URL", async () => {
    expect(await readNote(HEAD)).toEqual([]);
    expect(
      await readNote("openapi: 3.2.0\n$self: https://a.test/api.yaml\nservers: [{ url: /v1 }]\n"),
    ).toEqual([]);
  });
});
