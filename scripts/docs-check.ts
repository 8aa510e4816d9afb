import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { runCommand } from "./problem.js";

const site = fileURLToPath(new URL("../docs/site/", import.meta.url));

/** Not a real host: the browser receives the files in the process. */
const HOST = "http://docs.test/";
const WIDTHS = [390, 1280];
const SCHEMES = ["light", "dark"] as const;

/** Opens a page at one width and returns what is wrong with it. */
async function checkPage(
  browser: Browser,
  file: string,
  width: number,
  colorScheme: (typeof SCHEMES)[number],
  screenshots: string | undefined,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const problems: string[] = [];
  // The policy of the API reference blocks a logo of its vendor, which the browser reports.
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Content Security Policy"))
      problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  await page.route(/^https?:/, async (route) => {
    const url = route.request().url();
    const path = join(site, new URL(url).pathname);
    if (url.startsWith(HOST) && existsSync(path)) return route.fulfill({ path });
    problems.push(`request to ${url}`);
    return route.abort();
  });
  const fragment = file === "api.html" ? "#/sessions/listsessions" : "";
  await page.goto(HOST + file + fragment, { waitUntil: "load" });
  await page.locator("h1:visible, h2:visible, pre:visible").first().waitFor();
  const overflow = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  if (typeof overflow !== "number" || overflow > 0)
    problems.push(`scrolls sideways by ${String(overflow)} pixels`);
  if (screenshots !== undefined)
    await page.screenshot({
      path: join(screenshots, `${file.replaceAll("/", "_")}-${width}-${colorScheme}.png`),
      fullPage: file !== "api.html",
    });
  await page.close();
  return problems.map((problem) => `${file} at ${width} px, ${colorScheme}: ${problem}`);
}

/** Checks every page of the built site in Chromium: overflow, errors in the console and requests to other hosts. */
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
  const problems: string[] = [];
  for (const file of selected)
    for (const width of WIDTHS)
      for (const scheme of SCHEMES)
        problems.push(...(await checkPage(browser, file, width, scheme, values.screenshots)));
  await browser.close();
  for (const problem of problems) console.error(problem);
  console.log(`Checked ${selected.length} pages: ${problems.length} problems`);
  return problems.length ? 1 : 0;
});
