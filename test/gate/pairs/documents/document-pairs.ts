import type { DocumentPair } from "../../document-builders.js";
import { bodies } from "./bodies.js";
import { components } from "./components.js";
import { operations } from "./operations.js";
import { parameters } from "./parameters.js";
import { responses } from "./responses.js";
import { security } from "./security.js";
import { servers } from "./servers.js";
import { versions } from "./versions.js";

/** All pairs of documents. */
export const documentPairs: DocumentPair[] = [
  ...parameters,
  ...bodies,
  ...responses,
  ...security,
  ...servers,
  ...operations,
  ...components,
  ...versions,
];
