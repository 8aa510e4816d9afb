import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { stringify } from "yaml";
import { readDocument } from "../../scripts/document/document.js";
import { compareWithUpstream } from "../../scripts/spec-upstream.js";
import { type Edit, remove, replace, replaceAfter } from "./edit.js";
import { FROZEN, frozenText } from "./frozen.js";
import { createPublishedDocument } from "./published-document.js";

const folder = mkdtempSync(join(tmpdir(), "upstream-test-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let files = 0;
function writeDocument(text: string, extension: "json" | "yaml"): string {
  const file = join(folder, `${++files}.${extension}`);
  writeFileSync(file, text);
  return file;
}

/** Returns the differences of the only operation as lines. `!` marks breaking ones. */
async function listDifferences(
  theirs: string,
  { ours = (text) => text }: { ours?: Edit } = {},
): Promise<string[]> {
  const own = await readDocument(writeDocument(ours(frozenText), "yaml"));
  const [comparison] = await compareWithUpstream(own, theirs, []);
  return (comparison?.differences ?? []).map(
    ({ kind, isBreaking, subject, message }) => `${isBreaking ? "!" : " "} ${kind}: ${subject}: ${message}`,
  );
}

/** The differences of an equivalent document with other names and credentials. */
const RENAMED = [
  "  differs: path parameter account_id: theirs calls it account_identifier; the URL is the same",
  "  differs: path parameter app_id: theirs calls it kit; the URL is the same",
  "  theirs only: security: `email` and `key` or `token` in theirs, `token` in ours",
];

/** Writes an edited copy of our document, which takes the place of theirs. */
const writeEdited = (edit: Edit): string => writeDocument(edit(frozenText), "yaml");

describe("compareWithUpstream", () => {
  test("finds no difference between our document and itself", async () => {
    expect(await listDifferences(FROZEN)).toEqual([]);
  });

  test.each(["json", "yaml"] as const)(
    "finds only renames in an equivalent document in OpenAPI 3.0, as %s",
    async (extension) => {
      const text =
        extension === "json"
          ? JSON.stringify(createPublishedDocument())
          : stringify(createPublishedDocument());
      expect(await listDifferences(writeDocument(text, extension))).toEqual(RENAMED);
    },
  );

  test("treats nullable of OpenAPI 3.0 as the null of 3.1", async () => {
    const text = JSON.stringify(createPublishedDocument()).replace(
      '"minutes_consumed":{"type":"number"}',
      '"minutes_consumed":{"type":"number","nullable":true}',
    );
    const nullable = replaceAfter("        minutes_consumed:\n", "type: number", 'type: [number, "null"]');
    expect(await listDifferences(writeDocument(text, "json"), { ours: nullable })).toEqual(RENAMED);
    expect(await listDifferences(writeDocument(text, "json"))).toContain(
      "! differs: response 200, data.sessions[].minutes_consumed: the type is number | null in theirs, number in ours",
    );
  });

  test("reports an operation that theirs does not have", async () => {
    const other = writeEdited(replace("/{app_id}/sessions:", "/{app_id}/meetings:"));
    expect(await listDifferences(other)).toEqual(["! ours only: the operation: theirs does not have it"]);
  });

  test("reports an operation that theirs has only with another method", async () => {
    const other = writeEdited(replace("    get:\n", "    post:\n"));
    expect(await listDifferences(other)).toEqual(["! ours only: the operation: theirs does not have it"]);
  });

  const SEARCH = '        - $ref: "#/components/parameters/Search"\n';
  const addRegion = (required: boolean): Edit =>
    replace(
      SEARCH,
      `${SEARCH}        - { name: region, in: query, required: ${required}, schema: { type: string } }\n`,
    );

  test.each<[name: string, theirs: Edit, differences: string[]]>([
    [
      "a parameter that theirs does not have",
      remove(SEARCH),
      ["! ours only: query parameter search: theirs does not have it"],
    ],
    [
      "a parameter that ours does not have",
      addRegion(false),
      ["  theirs only: query parameter region: ours does not have it"],
    ],
    [
      "a parameter that ours does not have and theirs requires",
      addRegion(true),
      ["! theirs only: query parameter region: ours does not have it, and theirs requires it"],
    ],
    [
      "a parameter that only theirs requires",
      replace("      name: status\n", "      name: status\n      required: true\n"),
      ["! differs: query parameter status: theirs requires it, ours does not"],
    ],
    [
      "a parameter's value that theirs does not accept",
      remove("        - minutesConsumed\n"),
      [
        '! ours only: query parameter sort_by: the values are "createdAt" in theirs, "createdAt" | "minutesConsumed" in ours',
      ],
    ],
    [
      "a parameter's value that ours does not have",
      replace("        - minutesConsumed\n", "        - minutesConsumed\n        - endedAt\n"),
      [
        '  theirs only: query parameter sort_by: the values are "createdAt" | "endedAt" | "minutesConsumed" in theirs, "createdAt" | "minutesConsumed" in ours',
      ],
    ],
    [
      "a parameter's type that is narrower in theirs",
      replaceAfter("    PageNo:", "type: number", "type: integer"),
      ["! differs: query parameter page_no: the type is integer in theirs, number in ours"],
    ],
    [
      "a bound that is tighter in theirs",
      replaceAfter("    PerPage:", "minimum: 0", "minimum: 0\n        maximum: 100"),
      ["! differs: query parameter per_page: maximum is 100 in theirs, not set in ours"],
    ],
    [
      "a format that only theirs has",
      replaceAfter("    AssociatedId:", "type: string", "type: string\n        format: uuid"),
      ['! differs: query parameter associated_id: format is "uuid" in theirs, not set in ours'],
    ],
    [
      "a field that ours does not have",
      replace(
        "        breakout_rooms:\n          type",
        "        region:\n          type: string\n        breakout_rooms:\n          type",
      ),
      ["  theirs only: response 200, data.sessions[].region: ours does not have it"],
    ],
    [
      "a field that theirs does not have and ours does not require",
      replace("        meta:\n", "        extra:\n"),
      [
        "  ours only: response 200, data.sessions[].meta: theirs does not have it",
        "  theirs only: response 200, data.sessions[].extra: ours does not have it",
      ],
    ],
    [
      "a field that only ours requires",
      remove("        - minutes_consumed\n"),
      ["! differs: response 200, data.sessions[].minutes_consumed: ours requires it, theirs does not"],
    ],
    [
      "a field's value that ours does not have",
      replace("        - participant\n", "        - participant\n        - webinar\n"),
      [
        '! theirs only: response 200, data.sessions[].type: the values are "livestream" | "meeting" | "participant" | "webinar" in theirs, "livestream" | "meeting" | "participant" in ours',
      ],
    ],
    [
      "another envelope",
      replaceAfter("    SessionList:", "        data:\n", "        result:\n"),
      [
        "  ours only: response 200, data: theirs does not have it",
        "  theirs only: response 200, result: ours does not have it",
        "! differs: response 200, data.sessions: theirs does not have a list there, so that all pages would be empty",
      ],
    ],
    [
      "another success status",
      replace('        "200":\n', '        "201":\n'),
      // In theirs, the default response describes the status 200.
      expect.arrayContaining([
        "! differs: response 200, data.sessions: theirs does not have a list there, so that all pages would be empty",
        "  theirs only: response 201: ours does not have it",
      ]) as string[],
    ],
    [
      "credentials that theirs does not accept",
      replace(
        "      type: http\n      scheme: bearer\n",
        "      type: apiKey\n      in: header\n      name: X-Key\n",
      ),
      ["! differs: security: `apiToken` in theirs, `apiToken of ours` in ours"],
    ],
  ])("reports %s", async (_, theirs, differences) => {
    expect(await listDifferences(writeEdited(theirs))).toEqual(differences);
  });

  test("does not report another description", async () => {
    const other = writeEdited(
      replace("description: The account's identifier.", "description: An identifier."),
    );
    expect(await listDifferences(other)).toEqual([]);
  });

  test("supports schemas that contain themselves", async () => {
    const createCycle = replace(
      "items: {}\n        ended_at",
      'items:\n            $ref: "#/components/schemas/Session"\n        ended_at',
    );
    expect(await listDifferences(writeEdited(createCycle), { ours: createCycle })).toEqual([]);
  });

  test("reports all candidates if several operations match", async () => {
    const document = createPublishedDocument();
    const [[path, item]] = Object.entries(document.paths as Record<string, unknown>) as [[string, unknown]];
    document.paths = { [`/a${path}`]: item, [`/b${path}`]: item };
    expect(await listDifferences(writeDocument(JSON.stringify(document), "json"))).toEqual([
      `! ours only: the operation: theirs has several candidates: /a${path}, /b${path}`,
    ]);
  });

  test("rejects an operation that ours does not have, and lists those that it has", async () => {
    const ours = await readDocument(FROZEN);
    await expect(compareWithUpstream(ours, FROZEN, ["GET /unknown"])).rejects.toThrow(
      /^Unknown operation "GET \/unknown"\. The document has:\n {2}GET \/accounts/,
    );
  });
});

describe("a document at a URL", () => {
  test("is fetched as JSON or YAML, regardless of its name", async () => {
    const server = createServer((request, response) => {
      response.end(
        request.url === "/a"
          ? JSON.stringify(createPublishedDocument())
          : stringify(createPublishedDocument()),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.close();
    });
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const differences = await listDifferences(`${base}/a`);
    expect(differences).toEqual(RENAMED);
    expect(await listDifferences(`${base}/b`)).toEqual(differences);
  });

  test("is rejected with its URL if the response is an error or not a document", async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/html" ? 200 : 404).end("<html>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(listDifferences(`${base}/gone`)).rejects.toThrow(
      `${base}/gone cannot be fetched: GET returned 404`,
    );
    await expect(listDifferences(`${base}/html`)).rejects.toThrow(`${base}/html:1:1 must be an object`);
    server.close();
    server.closeAllConnections();
    await expect(listDifferences(`${base}/a`)).rejects.toThrow(/cannot be fetched: \S/);
  });
});
