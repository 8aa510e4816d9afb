import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeSdkReference } from "./docs/sdk.js";
import { runCommand } from "./problem.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const SITE = "docs/site";
/** Where the parts are put together: the site is never half made, and builds may overlap. */
const STAGING = `.docs.${process.pid}`;
/** It opens at the operation, since Redoc shows little but a title before that. */
const API_REFERENCE = { title: "HTTP API", file: "api.html", place: "#/sessions/listsessions" };

/** Writes the reference of the HTTP API: one page that asks the network for nothing. */
function writeApiReference(): boolean {
  const { status, error } = spawnSync(
    process.execPath,
    [
      ...["node_modules/@redocly/cli/bin/cli.js", "build-docs", "spec/openapi.yaml", "--inlineBundle"],
      ...["--output", `${STAGING}/${API_REFERENCE.file}`, "--template", "docs/api.hbs"],
    ],
    { cwd: root, stdio: "inherit", env: { ...process.env, REDOCLY_TELEMETRY: "off" } },
  );
  if (error) throw error;
  return status === 0;
}

/** Builds the site: the README as its start page, the reference of the SDK and that of the HTTP API. */
await runCommand(async () => {
  try {
    const written =
      (await writeSdkReference(root, `${root}${STAGING}`, [API_REFERENCE])) && writeApiReference();
    if (!written) return 1;
    rmSync(`${root}${SITE}`, { recursive: true, force: true });
    renameSync(`${root}${STAGING}`, `${root}${SITE}`);
    console.log(`Built ${SITE}/index.html`);
    return 0;
  } finally {
    rmSync(`${root}${STAGING}`, { recursive: true, force: true });
  }
});
