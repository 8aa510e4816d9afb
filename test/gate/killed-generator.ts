// Writes the files of a folder as the generator does, and is killed before the change of the disk whose number it is
// given.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [folder = "", texts = "{}", killAt = "0"] = process.argv.slice(2);
let change = 0;
function killable<Args extends unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  return (...args) => {
    if (++change === Number(killAt)) process.kill(process.pid, "SIGKILL");
    return run(...args);
  };
}
fs.mkdirSync = killable<[path: fs.PathLike, options?: fs.MakeDirectoryOptions], string | undefined>(
  fs.mkdirSync,
) as typeof fs.mkdirSync;
fs.renameSync = killable(fs.renameSync);
fs.rmSync = killable(fs.rmSync);
fs.writeFileSync = killable(fs.writeFileSync);
syncBuiltinESMExports();

const { writeFiles } = await import("../../scripts/generate/output.js");
writeFiles(folder, new Map(Object.entries(JSON.parse(texts) as Record<string, string>)));
