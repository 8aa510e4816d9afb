import { readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../scripts/generate/command.js";
import { watchFiles } from "../../scripts/generate/watch.js";
import { createTemporaryFolder, HEAD, writeTexts } from "./document-files.js";

const folder = createTemporaryFolder();

/** Writes a file as if it had been saved a minute ago. */
function writeOld(name: string, text = "1"): string {
  const file = writeTexts(folder, { [name]: text });
  const aMinuteAgo = Date.now() / 1000 - 60;
  utimesSync(file, aMinuteAgo, aMinuteAgo);
  return file;
}

/** Watches files with steps, of which the last one ends the watch. */
async function watch(first: string, steps: readonly (() => readonly string[])[]): Promise<number> {
  const ending = new AbortController();
  let count = 0;
  await watchFiles(
    first,
    () => {
      const files = steps[count++]?.() ?? [];
      if (count === steps.length) ending.abort();
      return Promise.resolve(files);
    },
    { intervalMs: 1, signal: ending.signal },
  );
  return count;
}

describe("a watch", () => {
  test("runs again for a change of a known file during the step", async () => {
    const file = writeOld("known.yaml");
    const steps = [
      () => {
        writeFileSync(file, "22");
        return [file];
      },
      () => [file],
    ];
    expect(await watch(file, steps)).toBe(2);
  });

  test("runs again for a change of a file that the step reads for the first time", async () => {
    const [file, other] = [writeOld("first.yaml"), writeOld("other.yaml")];
    const steps = [
      () => {
        writeFileSync(other, "22");
        const afterTheStart = Date.now() / 1000 + 1;
        utimesSync(other, afterTheStart, afterTheStart);
        return [file, other];
      },
      () => [file, other],
    ];
    expect(await watch(file, steps)).toBe(2);
  });

  test("runs again only when a missing file is created", async () => {
    const file = writeOld("refers.yaml");
    const missing = join(folder, "missing.yaml");
    rmSync(missing, { force: true });
    const ending = new AbortController();
    const runsAfterCreation: boolean[] = [];
    let isCreated = false;
    setTimeout(() => {
      isCreated = true;
      writeFileSync(missing, "1");
    }, 20);
    await watchFiles(
      file,
      () => {
        runsAfterCreation.push(isCreated);
        if (isCreated) ending.abort();
        return Promise.resolve([file, missing]);
      },
      { intervalMs: 1, signal: ending.signal },
    );
    expect(runsAfterCreation).toEqual([false, true]);
  });
});

/** Runs `generate --watch` with a change after each step, until no change is left. */
async function generateWatching(spec: string, changes: readonly (() => void)[]): Promise<string> {
  const ending = new AbortController();
  const reports: string[] = [];
  let count = 0;
  const report = (line: string): void => {
    reports.push(line);
    // A step ends with the summary of a run, or with the reason why nothing was written.
    if (!/left out, \d|was not changed|must be an object/.test(line)) return;
    const change = changes[count++];
    if (change) change();
    else ending.abort();
  };
  const argv = ["--spec", spec, "--out", join(folder, "out"), "--watch"];
  await generate(argv, { log: report, error: report }, { intervalMs: 5, signal: ending.signal });
  return reports.join("\n");
}

describe("generate --watch", () => {
  test("generates again when a file changes, and reports an invalid document", async () => {
    const spec = writeTexts(join(folder, "changes"), {
      "api.yaml": `${HEAD}paths: { /a: { $ref: a.yaml } }\n`,
      "a.yaml": "get: {}\n",
    });
    const output = await generateWatching(spec, [
      () => {
        writeFileSync(join(folder, "changes/a.yaml"), "get: {}\nput: {}\n");
      },
      () => {
        writeFileSync(spec, "nonsense");
      },
    ]);
    expect(output).toMatch(/^1 operation,.*^2 operations,.*api\.yaml:1:1 must be an object/ms);
  });

  test("keeps the output when a referenced file can no longer be parsed", async () => {
    const path = "get: { operationId: getA, responses: { 200: { description: ok } } }\n";
    const spec = writeTexts(join(folder, "invalid-save"), {
      "api.yaml": `${HEAD}paths:\n  /a: { $ref: a.yaml }\n`,
      "a.yaml": path,
    });
    const referenced = join(folder, "invalid-save/a.yaml");
    const client = join(folder, "out/client.ts");
    const outputs: string[] = [];
    const recordOutput = (): void => {
      outputs.push(readFileSync(client, "utf8"));
    };
    const output = await generateWatching(spec, [
      () => {
        recordOutput();
        writeFileSync(referenced, "get: { operationId: getA, responses: {");
      },
      () => {
        recordOutput();
        writeFileSync(referenced, path.replaceAll("getA", "getB"));
      },
    ]);
    recordOutput();
    expect(output).toContain("new unresolved references");
    expect(outputs[1]).toBe(outputs[0]);
    expect(outputs[0]).toContain("function getA");
    expect(outputs[2]).toContain("function getB");
  });

  test("reports an unexpected error, and continues", async () => {
    const spec = writeTexts(join(folder, "unexpected"), { "api.yaml": `${HEAD}paths: {}\n` });
    const failing = new Error("the terminal is closed");
    const ending = new AbortController();
    const errors: string[] = [];
    const run = generate(
      ["--spec", spec, "--out", join(folder, "out-unexpected"), "--watch"],
      {
        log: () => {
          throw failing;
        },
        error: (line: string) => {
          if (!line.includes(failing.message)) return;
          errors.push(line);
          ending.abort();
        },
      },
      { intervalMs: 5, signal: ending.signal },
    );
    await expect(run).resolves.toBe(0);
    expect(errors).toHaveLength(1);
  });
});
