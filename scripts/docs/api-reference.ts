import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Writes the reference of the HTTP API: one page that loads nothing from the network.
 *
 * @param root - The folder of the package.
 * @param file - The path of the page.
 * @throws Error if redocly fails.
 */
export function writeApiReference(root: string, file: string): void {
  const { status, error, stderr } = spawnSync(
    process.execPath,
    [
      ...[join(root, "node_modules/@redocly/cli/bin/cli.js"), "build-docs", "spec/openapi.yaml"],
      ...["--inlineBundle", "--output", file, "--template", "docs/api.hbs"],
    ],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`redocly build-docs failed: ${stderr}`);
}
