import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { readableIndex, readableSchema } from "../../scripts/docs/source.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = `${root}docs/site/`;

describe("the site that npm run docs builds", () => {
  let pages: { file: string; html: string }[] = [];

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/docs.ts"], { cwd: root });
    pages = readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".html"))
      .map((file) => ({ file, html: readFileSync(site + file, "utf8") }));
  });

  test("has a start page, the reference of every entry, and that of the HTTP API", () => {
    const files = pages.map(({ file }) => file);
    expect(files).toEqual(
      expect.arrayContaining([
        "index.html",
        "api.html",
        "modules/realtimekit-sessions.html",
        "modules/realtimekit-sessions_generated.html",
        "modules/realtimekit-sessions_testing.html",
        "interfaces/realtimekit-sessions_generated.Session.html",
      ]),
    );
  });

  test("links to nothing that is not there", () => {
    const broken = pages
      .filter(({ file }) => file !== "api.html")
      .flatMap(({ file, html }) =>
        [...html.matchAll(/(?:href|src)="([^"#:]+)[^":]*"/g)]
          .map(([, link = ""]) => fileURLToPath(new URL(link, `file://${site}${file}`)))
          .filter((target) => !existsSync(target))
          .map((target) => `${file} links to ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test("loads nothing from another host", () => {
    const loads = pages.flatMap(({ file, html }) =>
      [
        ...html.matchAll(
          /<(?:script|img|iframe)[^<>]*src="(?:https?:)?\/\/[^"]*"|<link[^<>]*href="https?:[^"]*"/g,
        ),
      ].map(([tag]) => `${file}: ${tag}`),
    );
    expect(loads).toEqual([]);
    // What Redoc asks for while it runs is for the browser to refuse.
    const [policy] =
      /Content-Security-Policy"\s+content="[^"]*"/.exec(
        pages.find(({ file }) => file === "api.html")?.html ?? "",
      ) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

describe("the generated types, as the reference shows them", () => {
  test("have their fields, name each other, and take a word from their type where they have none", () => {
    const schema = readableSchema(`export interface components { schemas: {
      Session: {
        /** @description The id. */
        id: string;
        status: components["schemas"]["Status"] | (string & {});
      };
      Status: "LIVE" | "ENDED";
    } }
`);
    const index = `export type * from "./schema.js";
/** One run. */
export type Session = components["schemas"]["Session"];
/** Whether it goes on. */
export type Status = components["schemas"]["Status"];
`;
    expect(readableIndex(index, schema).replace(/\s+/g, " ")).toBe(
      "/** One run. */ export interface Session { /** The id. */ id: string; " +
        "/** Whether it goes on. */ status: Status | (string & {}); } " +
        '/** Whether it goes on. */ export type Status = "LIVE" | "ENDED"; ',
    );
  });
});
