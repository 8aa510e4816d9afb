import type { SpecDocument } from "../document/document.js";
import type { Json, Pointer } from "../document/json.js";
import { describePlace } from "../problem.js";
import { isObject } from "../document/reader.js";

/**
 * What a document has that no function is made of: the calls that the API itself makes. A line for each, with its
 * place, so that nothing is left out in silence.
 */
export function leftOut({ root, problemAt }: SpecDocument): string[] {
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
  return found.map(({ what, pointer }) => {
    const { place } = problemAt(pointer, what);
    return `${describePlace(place)} ${what}: no function is made of what the API itself calls`;
  });
}
