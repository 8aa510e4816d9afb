import type { Document } from "@redocly/openapi-core";
import type { Json, Pointer } from "./json.js";
import { walkObjects } from "./walk-references.js";

/** A schema with a name in its file. */
export interface Anchor {
  name: string;
  pointer: Pointer;
  /** Whether a schema of the same name can replace it as the target of a `$dynamicRef`. */
  isDynamic: boolean;
}

/** Lists the schemas of a file that have an `$anchor` or a `$dynamicAnchor`. */
export function listAnchors({ parsed }: Document): Anchor[] {
  const anchors: Anchor[] = [];
  walkObjects(parsed as Json, ({ $anchor, $dynamicAnchor }, pointer, isMap) => {
    if (isMap) return;
    if (typeof $anchor === "string") anchors.push({ name: $anchor, pointer: [...pointer], isDynamic: false });
    if (typeof $dynamicAnchor === "string")
      anchors.push({ name: $dynamicAnchor, pointer: [...pointer], isDynamic: true });
  });
  return anchors;
}
