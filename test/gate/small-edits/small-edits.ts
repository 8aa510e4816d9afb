import { extensions } from "./extensions.js";
import { notations } from "./notations.js";
import { operations } from "./operations.js";
import { requests } from "./requests.js";
import { responses } from "./responses.js";
import type { SmallEdit } from "./small-edit.js";
import { security } from "./security.js";

/** All small edits of the frozen document. */
export const smallEdits: SmallEdit[] = [
  ...requests,
  ...responses,
  ...operations,
  ...security,
  ...extensions,
  ...notations,
];
