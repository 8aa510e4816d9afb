import type { SpecDocument } from "../document/document.js";
import type { Json, Pointer } from "../document/json.js";
import { isObject } from "../document/reader.js";
import type { Problem } from "../problem.js";

/** Lists the webhooks and callbacks of a document: no function is generated for calls that the API itself makes. */
export function callsOfTheApi({ root, problemAt }: SpecDocument): Problem[] {
  const found: { what: string; pointer: Pointer }[] = [];
  const names = (value: Json | undefined): string => (isObject(value) ? Object.keys(value).join(", ") : "");
  if (names(root.webhooks)) found.push({ what: `webhooks ${names(root.webhooks)}`, pointer: ["webhooks"] });
  for (const [path, item] of Object.entries(isObject(root.paths) ? root.paths : {}))
    for (const [method, operation] of Object.entries(isObject(item) ? item : {}))
      if (isObject(operation) && names(operation.callbacks))
        found.push({
          what: `callbacks ${names(operation.callbacks)}`,
          pointer: ["paths", path, method, "callbacks"],
        });
  return found.map(({ what, pointer }) => ({
    ...problemAt(pointer, `${what}: no function is generated for calls that the API makes`),
    rule: "calls-of-the-api",
  }));
}
