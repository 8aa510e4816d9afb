import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { METHODS } from "../../document/methods.js";
import { resolveObject } from "../../document/resolve-object.js";
import { classifyMediaType } from "../content.js";
import { resolvePathItem } from "../left-out-operations.js";
import { collectSubschemas } from "./directions.js";
import { collectConjunction } from "./properties.js";

/**
 * Finds the strings with `format: binary` that are text, because only JSON, forms, parameters or headers contain them.
 * The others are files.
 */
export function findBinaryTexts(root: JsonObject): ReadonlySet<Json> {
  const [texts, files] = [new Set<JsonObject>(), new Set<JsonObject>()];
  const seen = new Set<object>();
  const visit = (value: Json | undefined, isMedia: boolean): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, child] of Object.entries(Array.isArray(value) ? value : resolveObject(root, value))) {
      if (key === "schema") {
        if (!isMedia) collectSubschemas(root, child, texts);
      } else if (key === "content" && isObject(child)) visitContent(child);
      else if (key !== "example" && key !== "examples" && !key.startsWith("x-")) visit(child, false);
    }
  };
  const visitContent = (content: JsonObject): void => {
    for (const [mediaType, rawMedia] of Object.entries(content)) {
      const media = resolveObject(root, rawMedia);
      const isFile = classifyMediaType(mediaType, !isText(root, media.schema)) === "bytes";
      collectSubschemas(root, media.schema, isFile ? files : texts);
      visit(media, true);
    }
  };
  for (const items of [root.paths, root.webhooks])
    for (const item of Object.values(resolveObject(root, items))) {
      const { parameters, ...others } = resolvePathItem(root, item);
      visit(parameters, false);
      for (const method of METHODS) visit(others[method], false);
    }
  return new Set([...texts].filter((schema) => schema.format === "binary" && !files.has(schema)));
}

function isText(root: JsonObject, schema: Json | undefined): boolean {
  return collectConjunction(root, schema).some(({ type }) => type === "string");
}
