import type { JsonObject } from "../../../../scripts/document/json.js";
import { PEN, TEXT } from "../../document-builders.js";
import { createTighterPairs, type SchemaPair } from "./schema-pair.js";

const buildPen = (ink: JsonObject): JsonObject => ({ type: "object", properties: { ink } });

/** Pairs with changed annotations. */
export const annotations: SchemaPair[] = [
  ["a default", PEN, buildPen({ ...TEXT, default: "blue" }), "minor", "minor"],
  ["a removed default", buildPen({ ...TEXT, default: "blue" }), PEN, "major", "patch"],
  [
    "another default",
    buildPen({ ...TEXT, default: "blue" }),
    buildPen({ ...TEXT, default: "red" }),
    "major",
    "major",
  ],
  [
    "the default of a required field",
    { ...buildPen({ ...TEXT, default: "blue" }), required: ["ink"] },
    { ...buildPen({ ...TEXT, default: "red" }), required: ["ink"] },
    "none",
    "none",
  ],
  ["a description", PEN, { ...PEN, description: "A pen." }, "patch", "patch"],
  ["deprecated", PEN, buildPen({ ...TEXT, deprecated: true }), "minor", "minor"],
  [
    "a field that is removed after its date",
    buildPen({ ...TEXT, deprecated: true, "x-sunset": "2026-06-01" }),
    { type: "object" },
    "minor",
    "minor",
  ],
  [
    "a field that is removed before its date",
    buildPen({ ...TEXT, deprecated: true, "x-sunset": "2026-07-01" }),
    { type: "object" },
    "major",
    "major",
  ],
  [
    "a field with a date that was not deprecated",
    buildPen({ ...TEXT, "x-sunset": "2026-06-01" }),
    { type: "object" },
    "major",
    "major",
  ],
  ...createTighterPairs("an unknown keyword", TEXT, { ...TEXT, mustRhyme: true }),
];
