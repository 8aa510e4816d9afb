import { describe, expect, test } from "vitest";
import { findCallersFolder } from "../../scripts/callers-folder.js";

const env = { INIT_CWD: "/home/user", npm_lifecycle_script: "tsx scripts/generate.ts" };

describe("the folder of the caller", () => {
  test("is where npm was called, if npm has started the script", () => {
    expect(findCallersFolder("/project/scripts/generate.ts", env)).toBe("/home/user");
  });

  test.for([
    ["npm has started another script", "/project/scripts/build.ts", env],
    ["npm has not started a script", "/project/scripts/generate.ts", { INIT_CWD: "/home/user" }],
    [
      "npm does not state the folder",
      "/project/scripts/generate.ts",
      { npm_lifecycle_script: "tsx scripts/generate.ts" },
    ],
    ["the script is unknown", undefined, env],
  ] as const)("is unknown if %s", ([, script, given]) => {
    expect(findCallersFolder(script, given)).toBeUndefined();
  });
});
