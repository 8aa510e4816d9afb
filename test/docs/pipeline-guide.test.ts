import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTemporaryFolder, HEAD, renderFile, writeTexts } from "../generate/document-files.js";
import { findTypeErrors } from "../generate/type-check.js";

const root = resolve(import.meta.dirname, "../..");
const folder = createTemporaryFolder();
const guide = readFileSync(`${root}/docs/guides/pipeline.md`, "utf8");

/** Returns the block of the guide that contains a text. */
function findBlock(language: string, text: string): string {
  const blocks = [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const block = blocks.find(([, kind, code = ""]) => kind === language && code.includes(text));
  if (!block) throw new Error(`the guide has no block with ${text}`);
  return block[2] ?? "";
}

const SPEC = `${HEAD}paths:
${findBlock("yaml", "x-speakeasy-pagination").replace(/^/gm, "  ")}
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        "200":
          description: Pets
          content: { application/json: { schema: { type: object, properties: { pets: { type: array, items: { $ref: "#/components/schemas/Pet" } }, total: { type: integer } } } } }
components: { schemas: { Pet: { type: object, required: [id, name], properties: { id: { type: integer }, name: { type: string } } } } }
`;

const sample = findBlock("ts", "createListResource");

describe("the sample of a list in the guide to the pipeline", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  test("compiles, and lists all pages of its document", async () => {
    const files = await renderFile(writeTexts(folder, { "api.yaml": SPEC }));
    const program = sample.replaceAll("./generated/", "./").replaceAll("./src/", "../../../src/");
    expect(findTypeErrors(files, program)).toEqual([]);

    const texts = [...files].map(([name, text]) => [`generated/${name}`, text] as const);
    const entry = writeTexts(folder, {
      // Vitest cannot import a module with a loop that awaits at its top level.
      "sample.ts": sample
        .replaceAll("./src/", `${root}/src/`)
        .replace(/^for await.*$/ms, "export async function run() { $& }"),
      ...Object.fromEntries(texts),
    });
    const outfile = `${folder}/sample.mjs`;
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: "esm",
      nodePaths: [`${root}/node_modules`],
    });

    const everyPet = Array.from({ length: 120 }, (_, id) => ({ id, name: `pet ${id}` }));
    vi.stubGlobal("fetch", (url: string) => {
      const query = new URL(url).searchParams;
      const limit = Number(query.get("limit"));
      const page = Number(query.get("page") ?? 1);
      const pets = everyPet.slice((page - 1) * limit, page * limit);
      return Promise.resolve(Response.json({ pets, total: everyPet.length }));
    });
    const log = vi.spyOn(console, "log").mockReturnValue();
    const { run } = (await import(/* @vite-ignore */ outfile)) as { run: () => Promise<void> };
    await run();
    expect(log.mock.calls.flat()).toEqual(everyPet.map(({ name }) => name));
  });
});
