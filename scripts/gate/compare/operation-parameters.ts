import { type Json, type JsonObject, toList } from "../../document/json.js";
import { stringifySorted } from "../json-equality.js";
import { addFinding } from "./context.js";
import type { OperationPair } from "./match-operations.js";
import { compareParameters } from "./parameters.js";
import { findRename } from "./renames.js";
import type { OperationContext } from "./shared-parts.js";
import type { Side } from "./side.js";
import { isPastSunset } from "./sunset.js";

/** A parameter of an operation: as written, and resolved. */
interface OwnedParameter {
  written: Json;
  parameter: JsonObject;
  name: string;
  location: string;
}

/** Compares the parameters of an operation. */
export function compareOperationParameters(
  context: OperationContext,
  { base, revision }: OperationPair,
): void {
  const { pair } = context.comparer;
  const before = getParameters(pair.base, base.path, base.item, base.operation);
  const after = getParameters(pair.revision, revision.path, revision.item, revision.operation);
  const renamed = findRename(pair, before, after, {
    isPresent: () => true,
    getSunsetHolder: ({ parameter }) => parameter,
    write: getContent,
  });
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (renamed?.includes(key)) {
      if (was) addParameterFinding(context, was, after.get(renamed[1]), "renamed");
    } else if (was && is) compareParameter(context, was, is);
    else addParameterFinding(context, was, is);
  }
}

function compareParameter(
  { comparer, shared, owner, direction }: OperationContext,
  was: OwnedParameter,
  is: OwnedParameter,
): void {
  shared.compare(owner, getSubject(is), direction, { base: was.written, revision: is.written }, (context) => {
    const isRenamed = was.name !== is.name && is.location === "path";
    if (isRenamed)
      addFinding(
        context,
        "path-parameter-renamed",
        "changes",
        `It was renamed from \`${was.name}\` to \`${is.name}\`.`,
        { keyword: "name", values: [was.name, is.name] },
      );
    compareParameters(comparer, was.parameter, is.parameter, is.location, context);
  });
}

function addParameterFinding(
  { comparer, shared, owner, direction }: OperationContext,
  was: OwnedParameter | undefined,
  is: OwnedParameter | undefined,
  renamed?: "renamed",
): void {
  const one = was ?? is;
  if (!one) return;
  const { today } = comparer.pair;
  shared.compare(
    owner,
    getSubject(one),
    direction,
    { base: was?.written, revision: is?.written },
    (context) => {
      if (was && is && renamed)
        addFinding(
          context,
          "renamed",
          "changes",
          `It was removed, and \`${is.name}\` with the same schema was added. Was it renamed?`,
        );
      else if (was) {
        const isAnnounced = isPastSunset(was.parameter, today);
        addFinding(context, "removed", "changes", "The parameter was removed.", {
          site: context.base,
          ...(isAnnounced && { isAnnounced }),
        });
      } else if (is?.parameter.required === true || is?.location === "path")
        addFinding(context, "required-added", "changes", "The parameter was added, and is required.");
      else addFinding(context, "added", "adds", "The parameter was added.");
    },
  );
}

const getSubject = ({ location, name }: OwnedParameter): string => `${location} parameter ${name}`;

/** The header parameters that OpenAPI ignores: media types and security schemes describe them. */
const IGNORED_HEADERS = new Set(["header accept", "header content-type", "header authorization"]);

/** Returns the parameters of an operation by key: the location and name, or the position in the path. */
function getParameters(
  side: Side,
  path: string,
  item: JsonObject,
  operation: JsonObject,
): Map<string, OwnedParameter> {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const found = new Map<string, OwnedParameter>();
  // The parameters of the operation override those of the path item.
  for (const list of [item.parameters, operation.parameters])
    for (const written of toList(list)) {
      const parameter = side.resolve(written);
      const { name, in: location } = parameter ?? {};
      if (!parameter || typeof name !== "string" || typeof location !== "string") continue;
      const normalizedName = location === "header" ? name.toLowerCase() : name;
      const key =
        location === "path" && names.includes(name)
          ? `path ${names.indexOf(name)}`
          : `${location} ${normalizedName}`;
      if (!IGNORED_HEADERS.has(key)) found.set(key, { written, parameter, name, location });
    }
  return found;
}

/** Returns a parameter as JSON, without its name and annotations. */
function getContent(side: Side, { parameter }: OwnedParameter): string {
  return stringifySorted([
    parameter.in ?? null,
    parameter.required ?? false,
    side.schemas.normalize(parameter.schema),
  ]);
}
