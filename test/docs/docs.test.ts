import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../scripts/docs/site.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("the documentation site", () => {
  // The folder is inside the package, because typedoc resolves the links of the examples' pages there.
  const site = mkdtempSync(join(root, ".docs.test-"));
  let pages: { file: string; html: string }[] = [];
  const getPage = (file: string): string => pages.find((page) => page.file === file)?.html ?? "";

  beforeAll(async () => {
    expect(await buildSite(root, site)).toBe(true);
    pages = readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".html"))
      .map((file) => ({ file, html: readFileSync(join(site, file), "utf8") }));
  }, 60_000);

  afterAll(() => {
    rmSync(site, { recursive: true, force: true });
  });

  test("has a start page, guides, examples and the references of every entry and the HTTP API", () => {
    expect(pages.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        "index.html",
        "api.html",
        "documents/Getting_started.html",
        "documents/Command_line.html",
        "documents/examples_billing-by-meeting.ts.html",
        "modules/realtimekit-sessions.html",
        "modules/realtimekit-sessions_generated.html",
        "modules/realtimekit-sessions_testing.html",
        "interfaces/realtimekit-sessions_generated.Session.html",
      ]),
    );
  });

  test("has no dead link", () => {
    const deadLinks = pages
      .filter(({ file }) => file !== "api.html")
      .flatMap(({ file, html }) =>
        [...html.matchAll(/(?:href|src)="([^"#:]*)(#[^":]*)?"/g)]
          .filter(([, path = "", fragment = ""]) => {
            const target =
              path === "" ? join(site, file) : fileURLToPath(new URL(path, `file://${site}/${file}`));
            if (!existsSync(target)) return true;
            const isAnchor = fragment.length > 1 && target.endsWith(".html") && !target.endsWith("/api.html");
            return isAnchor && !readFileSync(target, "utf8").includes(`id="${fragment.slice(1)}"`);
          })
          .map(([attribute]) => `${file}: ${attribute}`),
      );
    expect(deadLinks).toEqual([]);
  });

  test("links to the examples' pages", () => {
    expect(getPage("index.html")).toContain('href="documents/examples_billing-by-meeting.ts.html"');
  });

  test("loads nothing from another host", () => {
    const external =
      /<(?:script|img|iframe)[^<>]*src="(?:https?:)?\/\/[^"]*"|<link[^<>]*href="https?:[^"]*"|@import[^;]*https?:[^;]*/g;
    const loads = pages
      .filter(({ file }) => file !== "api.html")
      .flatMap(({ file, html }) => [...html.matchAll(external)].map(([tag]) => `${file}: ${tag}`));
    expect(loads).toEqual([]);
  });

  test("has a policy that blocks the requests of Redoc to other hosts", () => {
    const [policy] = /Content-Security-Policy"\s+content="[^"]*"/.exec(getPage("api.html")) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test("shows diagrams as pictures", () => {
    expect(getPage("index.html")).toContain('<figure class="diagram"><svg');
    expect(pages.filter(({ html }) => html.includes("language-mermaid"))).toEqual([]);
  });

  test("shows each table in an element that scrolls", () => {
    expect(
      pages
        .filter(({ html }) =>
          /(?<!<div class="table" tabindex="0">)<table/.test(html.replace(/<script.*?<\/script>/gs, "")),
        )
        .map(({ file }) => file),
    ).toEqual([]);
  });

  test("has an icon on every page", () => {
    expect(pages.filter(({ html }) => !html.includes('rel="icon"')).map(({ file }) => file)).toEqual([]);
  });

  test("lists methods as methods", () => {
    const client = getPage("interfaces/realtimekit-sessions.SessionsClient.html");
    const [, methods = ""] = client.split(/<h2[^>]*>Methods/);
    for (const method of ["list", "iterate", "get", "transcript"])
      expect(methods).toContain(`id="${method}"`);
  });

  test("has an llms.txt whose links lead to files, and a Markdown reference with every operation", () => {
    const index = readFileSync(join(site, "llms.txt"), "utf8");
    expect(index).toMatch(/^# realtimekit-sessions\n\n> A typed TypeScript client /);
    const links = [...index.matchAll(/\]\((?!https:)([^)#]*)/g)].map(([, link = ""]) => link);
    expect(links).toContain("reference.md");
    expect(links).not.toContain("");
    expect(links.filter((link) => !existsSync(join(site, link)))).toEqual([]);
    const reference = readFileSync(join(site, "reference.md"), "utf8");
    for (const name of ["listSessions", "getSession", "generateSessionSummary", "Session", "Participant"])
      expect(reference).toContain(`### ${name}\n`);
  });
});
