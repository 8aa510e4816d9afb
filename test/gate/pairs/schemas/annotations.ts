import type { JsonObject } from "../../../../scripts/document/json.js";
import { TEXT, PEN } from "../../document-builders.js";
import { type SchemaPair, tighter } from "./schema-pair.js";

const pen = (ink: JsonObject): JsonObject => ({ type: "object", properties: { ink } });

/** Pairs with changed annotations. */
export const annotations: SchemaPair[] = [
  ["a default", PEN, pen({ ...TEXT, default: "blue" }), "minor", "minor"],
  ["another default", pen({ ...TEXT, default: "blue" }), pen({ ...TEXT, default: "red" }), "major", "major"],
  [
    "the default of a required field",
    { ...pen({ ...TEXT, default: "blue" }), required: ["ink"] },
    { ...pen({ ...TEXT, default: "red" }), required: ["ink"] },
    "none",
    "none",
  ],
  ["a description", PEN, { ...PEN, description: "A pen." }, "patch", "patch"],
  ["deprecated", PEN, pen({ ...TEXT, deprecated: true }), "minor", "minor"],
  [
    "a field that is removed after its date",
    pen({ ...TEXT, deprecated: true, "x-sunset": "2026-06-01" }),
    { type: "object" },
    "minor",
    "minor",
  ],
  [
    "a field that is removed before its date",
    pen({ ...TEXT, deprecated: true, "x-sunset": "2026-07-01" }),
    { type: "object" },
    "major",
    "major",
  ],
  [
    "a field with a date that was not deprecated",
    pen({ ...TEXT, "x-sunset": "2026-06-01" }),
    { type: "object" },
    "major",
    "major",
  ],
  ...tighter("an unknown keyword", TEXT, { ...TEXT, mustRhyme: true }),
];
