import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { runCommand } from "./run-command.js";
import { root } from "./project-folder.js";

const site = join(root, "docs/site/");

/** Not a real host: the browser receives the files in the process. */
const HOST = "http://docs.test/";
const WIDTHS_PX = [390, 1280];
const COLOR_SCHEMES = ["light", "dark"] as const;

/** Words that users search for, and the pages that must be among the first results. */
const SEARCHES: Readonly<Record<string, string>> = {
  csv: "Command line",
  resume: "Pagination",
  retry: "Errors, retries and rate limits",
  proxy: "examples/proxy.ts",
};

/** The results that are visible without scrolling. */
const FIRST_RESULTS = 3;

/** Searches the site, and returns the words whose page is not among the first results. */
async function checkSearch(browser: Browser): Promise<string[]> {
  const page = await browser.newPage();
  await page.route(HOST + "**", (route) => route.fulfill({ path: getSitePath(route.request().url()) }));
  const problems: string[] = [];
  for (const [word, title] of Object.entries(SEARCHES)) {
    // Loaded again, so that the results are not those of the previous word.
    await page.goto(`${HOST}index.html`);
    await page.locator("#tsd-search-trigger").click();
    await page.locator("#tsd-search-input").fill(word);
    const results = page.locator("#tsd-search-results li");
    await results
      .filter({ hasText: word })
      .or(results.filter({ hasText: title }))
      .first()
      .waitFor();
    const firstResults = (await results.allInnerTexts()).slice(0, FIRST_RESULTS);
    if (!firstResults.includes(title))
      problems.push(`search for ${word}: got ${firstResults.join(", ")}, expected ${title}`);
  }
  await page.close();
  return problems;
}

/** Opens a page of the site, and returns its problems at each width. */
async function checkFile(browser: Browser, file: string, screenshots: string | undefined): Promise<string[]> {
  const page = await browser.newPage();
  const problems: string[] = [];
  // The policy of the API reference blocks a logo of its vendor, which the browser reports.
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Content Security Policy"))
      problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  await page.route(/^https?:/, async (route) => {
    const url = route.request().url();
    if (isOnSite(url)) return route.fulfill({ path: getSitePath(url) });
    problems.push(`request to ${url}`);
    return route.abort();
  });
  const fragment = file === "api.html" ? "#/sessions/listsessions" : "";
  await page.goto(HOST + file + fragment, { waitUntil: "load" });
  await page.locator("h1:visible, h2:visible, pre:visible").first().waitFor();
  const links: string[] = await page.locator("a[href]").evaluateAll(getHrefs);
  for (const link of new Set(links))
    if (link.startsWith(HOST) && !isOnSite(link)) problems.push(`broken link to ${link}`);
  for (const width of WIDTHS_PX) problems.push(...(await checkWidth(page, file, width, screenshots)));
  await page.close();
  return problems.map((problem) => `${file}: ${problem}`);
}

/** Runs in the browser. */
const getHrefs = (links: unknown[]): string[] => links.map((link) => (link as { href: string }).href);

function getSitePath(url: string): string {
  return join(site, decodeURIComponent(new URL(url).pathname));
}

function isOnSite(url: string): boolean {
  return url.startsWith(HOST) && existsSync(getSitePath(url));
}

async function checkWidth(
  page: Page,
  file: string,
  width: number,
  screenshots: string | undefined,
): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const overflow: unknown = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  for (const colorScheme of screenshots === undefined ? [] : COLOR_SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const name = `${file.replaceAll("/", "_")}-${width}-${colorScheme}.png`;
    await page.screenshot({ path: join(screenshots ?? "", name), fullPage: file !== "api.html" });
  }
  return overflow === 0 ? [] : [`scrolls horizontally by ${String(overflow)} pixels at a width of ${width}`];
}

/**
 * Checks every page of the built site in Chromium. A page must not scroll horizontally, report errors, contain broken
 * links or call other hosts. Also checks the search. `--screenshots FOLDER` also writes screenshots in both color
 * schemes.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { screenshots: { type: "string" } },
    allowPositionals: true,
  });
  if (!existsSync(site)) {
    console.error("docs/site/ is missing. To build it, run: npm run docs");
    return 1;
  }
  if (values.screenshots !== undefined) mkdirSync(values.screenshots, { recursive: true });
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".html"),
  );
  const selected = positionals.length ? positionals : files.sort();
  const problems = await checkSearch(browser);
  for (const file of selected) problems.push(...(await checkFile(browser, file, values.screenshots)));
  await browser.close();
  for (const problem of problems) console.error(problem);
  console.log(`Checked ${selected.length} pages: ${problems.length} problems`);
  return problems.length ? 1 : 0;
});
