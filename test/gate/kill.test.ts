import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MARK, writeFiles } from "../../scripts/generate/output.js";
import { replace } from "./edit.js";
import { frozenText, renderFrozen } from "./frozen.js";

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kill-"));
  out = join(folder, "generated");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const contents = (): Record<string, string> =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));

describe("A generator that is killed while it writes", () => {
  const text = (name: string, age: string): string =>
    `// ${MARK} from openapi.yaml by scripts/generate.ts.\n${`${age} ${name}\n`.repeat(1000)}`;
  const OLD = { "a.ts": text("a", "old"), "b.ts": text("b", "old"), "gone.ts": text("gone", "old") };
  const NEW = { "a.ts": text("a", "new"), "b.ts": text("b", "new"), "c.ts": text("c", "new") };
  const WRITER = fileURLToPath(new URL("killed-generator.ts", import.meta.url));
  // One change makes the staging folder, three fill it, one makes the target.
  const BEFORE_THE_MOVE = 5;
  // Then three files are moved, one is removed, and the staging folder.
  const CHANGES = BEFORE_THE_MOVE + 5;
  const run = (killAt: number): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, ["--import", "tsx", WRITER, out, JSON.stringify(NEW), String(killAt)]);

  beforeEach(() => {
    mkdirSync(out);
    for (const [name, content] of Object.entries(OLD)) writeFileSync(join(out, name), content);
  });

  it.each(Array.from({ length: CHANGES }, (_, index) => index + 1))(
    "before change %i of the disk leaves whole files only, and the next run finishes",
    (change) => {
      expect(run(change).signal).toBe("SIGKILL");
      if (change <= BEFORE_THE_MOVE + 1) expect(contents()).toEqual(OLD);
      const whole = new Set<string>([...Object.values(OLD), ...Object.values(NEW)]);
      for (const content of Object.values(contents())) expect(whole).toContain(content);
      writeFiles(out, new Map(Object.entries(NEW)));
      expect(contents()).toEqual(NEW);
    },
    20_000,
  );

  it("ends by itself where it is not", () => {
    expect(run(CHANGES + 1)).toMatchObject({ signal: null, status: 0 });
    expect(contents()).toEqual(NEW);
  });
});

describe("npm run generate", () => {
  // The signal may arrive a step late; whenever it does, each file is the old one or the new one.
  it.each(["lint", "render"])(
    "killed after its step %s leaves whole files only",
    async (step) => {
      const spec = join(folder, "openapi.yaml");
      const edit = replace("summary: List the sessions of an app", "summary: Lists them");
      writeFileSync(spec, edit(frozenText));
      const generate = ["--import", "tsx", "scripts/generate.ts", "--spec", spec, "--out", out];
      expect(spawnSync(process.execPath, generate).status).toBe(0);
      const after = contents();
      rmSync(out, { recursive: true });
      writeFiles(out, await renderFrozen());
      const before = contents();
      expect(after).not.toEqual(before);

      const child = spawn(process.execPath, generate, { stdio: ["ignore", "pipe", "inherit"] });
      child.stdout.on("data", (chunk: Buffer) => {
        if (chunk.toString("utf8").includes(step)) child.kill("SIGKILL");
      });
      const signal = await new Promise((resolve) => {
        child.on("close", (_, name) => {
          resolve(name);
        });
      });
      expect(signal).toBe("SIGKILL");
      for (const [name, text] of Object.entries(contents()))
        expect([before[name], after[name]]).toContain(text);
    },
    60_000,
  );
});
