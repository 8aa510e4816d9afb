// Writes as a release does, and is killed before the step whose number it is given.
import { writeTogether } from "../../scripts/gate/journal.js";

const [root = "", texts = "{}", killAt = "0"] = process.argv.slice(2);
let step = 0;
writeTogether(root, JSON.parse(texts) as Record<string, string>, () => {
  if (++step === Number(killAt)) process.kill(process.pid, "SIGKILL");
});
