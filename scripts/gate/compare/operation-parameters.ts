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
interface ResolvedParameter {
  written: Json;
  parameter: JsonObject;
  name: string;
  location: string;
}

/**
 * Compares the parameters of an operation.
 *
 * @param context - The compared operation.
 * @param pair - The operation in both documents.
 */
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
    serialize: serializeParameter,
  });
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [parameterBefore, parameterAfter] = [before.get(key), after.get(key)];
    if (renamed?.includes(key)) {
      if (parameterBefore) addParameterFinding(context, parameterBefore, after.get(renamed[1]), "renamed");
    } else if (parameterBefore && parameterAfter) compareParameter(context, parameterBefore, parameterAfter);
    else addParameterFinding(context, parameterBefore, parameterAfter);
  }
}

function compareParameter(
  { comparer, shared, owner, direction }: OperationContext,
  parameterBefore: ResolvedParameter,
  parameterAfter: ResolvedParameter,
): void {
  shared.compare(
    owner,
    describeParameter(parameterAfter),
    direction,
    { base: parameterBefore.written, revision: parameterAfter.written },
    (context) => {
      const isRenamed = parameterBefore.name !== parameterAfter.name && parameterAfter.location === "path";
      if (isRenamed)
        addFinding(
          context,
          "path-parameter-renamed",
          "changes",
          `It was renamed from \`${parameterBefore.name}\` to \`${parameterAfter.name}\`.`,
          { keyword: "name", values: [parameterBefore.name, parameterAfter.name] },
        );
      compareParameters(
        comparer,
        parameterBefore.parameter,
        parameterAfter.parameter,
        parameterAfter.location,
        context,
      );
    },
  );
}

function addParameterFinding(
  { comparer, shared, owner, direction }: OperationContext,
  parameterBefore: ResolvedParameter | undefined,
  parameterAfter: ResolvedParameter | undefined,
  renamed?: "renamed",
): void {
  const parameter = parameterBefore ?? parameterAfter;
  if (!parameter) return;
  const { today } = comparer.pair;
  shared.compare(
    owner,
    describeParameter(parameter),
    direction,
    { base: parameterBefore?.written, revision: parameterAfter?.written },
    (context) => {
      if (parameterBefore && parameterAfter && renamed)
        addFinding(
          context,
          "renamed",
          "changes",
          `It was removed, and \`${parameterAfter.name}\` with the same schema was added. Was it renamed?`,
        );
      else if (parameterBefore) {
        const isAnnounced = isPastSunset(parameterBefore.parameter, today);
        addFinding(context, "removed", "changes", "The parameter was removed.", {
          site: context.base,
          ...(isAnnounced && { isAnnounced }),
        });
      } else if (parameterAfter?.parameter.required === true || parameterAfter?.location === "path")
        addFinding(context, "required-added", "changes", "The parameter was added, and is required.");
      else addFinding(context, "added", "adds", "The parameter was added.");
    },
  );
}

const describeParameter = ({ location, name }: ResolvedParameter): string => `${location} parameter ${name}`;

/** The header parameters that OpenAPI ignores: media types and security schemes describe them. */
const IGNORED_HEADERS = new Set(["header accept", "header content-type", "header authorization"]);

/** The path parameter that a path has, but no list of parameters. */
const UNDECLARED: JsonObject = { in: "path", required: true, schema: { type: "string" } };

/** Returns the parameters of an operation by key: the location and the name, or the path position. */
function getParameters(
  side: Side,
  path: string,
  item: JsonObject,
  operation: JsonObject,
): Map<string, ResolvedParameter> {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const parametersByKey = new Map<string, ResolvedParameter>();
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
      if (!IGNORED_HEADERS.has(key)) parametersByKey.set(key, { written, parameter, name, location });
    }
  names.forEach((name, index) => {
    const key = `path ${index}`;
    // The generated code declares it as a string. Its nearest value in the document is the operation.
    if (!parametersByKey.has(key))
      parametersByKey.set(key, { written: operation, parameter: UNDECLARED, name, location: "path" });
  });
  return parametersByKey;
}

/** Returns a parameter as JSON, without its name and annotations. */
function serializeParameter(side: Side, { parameter }: ResolvedParameter): string {
  return stringifySorted([
    parameter.in ?? null,
    parameter.required ?? false,
    side.schemas.normalize(parameter.schema),
  ]);
}
