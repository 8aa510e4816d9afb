import type { Edit } from "../edit.js";

/** The results of the three commands for a valid document. */
export interface Outcomes {
  lint: "passes" | "fails";
  /** `fresh`: the committed code still matches. `rejected`: no code can be generated from the document. */
  generate: "fresh" | "stale" | "rejected";
  diff: "none" | "patch" | "minor" | "major";
}

/** A small edit of the frozen document, and the expected results. */
export interface SmallEdit extends Outcomes {
  name: string;
  edit: Edit;
  /** The edit of the released document, if it differs from the frozen one. */
  releasedEdit?: Edit;
  /** The effect on a caller. */
  effect: string;
}

/** Creates an edit with its expected results. */
export const createSmallEdit = (
  name: string,
  edit: Edit,
  [lint, generate, diff]: [Outcomes["lint"], Outcomes["generate"], Outcomes["diff"]],
  effect: string,
): SmallEdit => ({ name, edit, lint, generate, diff, effect });
