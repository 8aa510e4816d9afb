import { beforeAll, describe, expect, test } from "vitest";
import type { Files } from "../../scripts/generate/files.js";
import { createTemporaryFolder, HEAD, renderFile, writeTexts } from "./document-files.js";

const folder = createTemporaryFolder();
const DOCUMENT = `${HEAD}paths:
  /rooms:
    get:
      operationId: listRooms
      parameters:
        - { name: status, in: query, description: The status., schema: { $ref: "#/components/schemas/Status" } }
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Status" } } } }
components:
  schemas:
    Status: { type: string, enum: [LIVE, ENDED] }
`;

/** Returns the lines of one text that the other does not have. */
function findLinesOnlyIn(text: string, other: string): string[] {
  const others = new Set(other.split("\n"));
  return text.split("\n").filter((line) => !others.has(line));
}

describe("a new operation and schema in the document", () => {
  test.each(["validators-strict.js", "validators-tolerant.js"])("only add lines to %s", async (name) => {
    const before = await renderFile(writeTexts(folder, { "one/api.yaml": DOCUMENT }));
    const added = DOCUMENT.replace(
      "paths:",
      `paths:
  /halls:
    get:
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { type: object, properties: { hall: { $ref: "#/components/schemas/Hall" } } } } }`,
    ).replace("  schemas:", "  schemas:\n    Hall: { type: string, pattern: ^a }");
    const after = await renderFile(writeTexts(folder, { "two/api.yaml": added }));
    expect(findLinesOnlyIn(before.get(name) ?? "", after.get(name) ?? "")).toEqual([]);
    expect(findLinesOnlyIn(after.get(name) ?? "", before.get(name) ?? "").join("\n")).toContain(
      "function validate_Hall(",
    );
  });
});

describe("a new value in an enum of the document", () => {
  let before: Files;
  let after: Files;

  beforeAll(async () => {
    before = await renderFile(writeTexts(folder, { "before/api.yaml": DOCUMENT }));
    const changed = DOCUMENT.replace("[LIVE, ENDED]", "[LIVE, ENDED, PAUSED]");
    after = await renderFile(writeTexts(folder, { "after/api.yaml": changed }));
  });

  test.for([
    ["schema.ts", 1, 0],
    ["operations.ts", 2, 2],
    ["client.ts", 1, 1],
    ["index.ts", 0, 0],
  ] as const)("changes %s only in lines that list the values", ([name, addedCount, removedCount]) => {
    const [old = "", changed = ""] = [before.get(name), after.get(name)];
    const lines = findLinesOnlyIn(changed, old);
    expect(lines.filter((line) => line.includes("PAUSED"))).toEqual(lines);
    expect(lines).toHaveLength(addedCount);
    expect(findLinesOnlyIn(old, changed)).toHaveLength(removedCount);
  });
});
