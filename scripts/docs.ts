import { renameSync, rmSync } from "node:fs";
import { buildSite } from "./docs/site.js";
import { runCommand } from "./run-command.js";
import { root } from "./project-folder.js";

const SITE = "docs/site";

/** Builds the site beside its folder, so that the folder is never half written. */
await runCommand(async () => {
  const staging = `${root}.docs.${process.pid}`;
  try {
    if (!(await buildSite(root, staging))) return 1;
    rmSync(`${root}${SITE}`, { recursive: true, force: true });
    renameSync(staging, `${root}${SITE}`);
    console.log(`Built ${SITE}/index.html`);
    return 0;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
});
