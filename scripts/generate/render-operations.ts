import { type Json, type JsonObject, omitKeys } from "../document/json.js";
import { type Constant, printDeclarations } from "./declarations.js";
import { derivedNames } from "./names.js";
import type { Operation } from "./operations.js";
import type { OffsetPagination } from "./pagination/types.js";
import { LOCATIONS, type Parameter } from "./parameters.js";
import { formatPropertyName } from "./property-name.js";
import { escapeCommentEnd } from "./tsdoc.js";

/**
 * Renders the operations as values. Each is a separate export, so that a bundle contains only the used ones. An
 * endpoint has the fields that a client needs at run time. An operation also has the document's descriptions.
 */
export function renderOperations(operations: readonly Operation[]): string {
  // A module must export something.
  if (!operations.length) return "export {};\n";
  const constants = operations.flatMap((operation) => {
    const { name, method, path } = operation;
    const route = `\`${method.toUpperCase()} ${path}\``;
    return [
      createConstant(derivedNames.path(name), path, `The path of ${route}.`),
      createConstant(derivedNames.endpoint(name), describeEndpoint(operation), `The endpoint ${route}.`),
      createConstant(
        derivedNames.descriptor(name),
        describeOperation(operation),
        `The operation ${route}, with the descriptions of the document.`,
      ),
    ];
  });
  return printDeclarations(constants);
}

/** Returns an operation without descriptions. */
function describeEndpoint(operation: Operation): Json {
  const { name, method, path, parameters, pagination, item, nullTexts, download } = operation;
  const query = parameters.filter((parameter) => parameter.in === "query");
  return omitKeys({
    name,
    method: method.toUpperCase(),
    path,
    query: Object.fromEntries(
      query.map((parameter) => [parameter.name, describeConstraints(parameter, pagination)]),
    ),
    pagination: pagination && { ...pagination },
    item,
    nullTexts,
    download,
  });
}

/** Returns the constraints of a parameter. Page numbers, offsets and page sizes are integers. */
function describeConstraints(
  { name, type, format, required, enum: values, minimum, maximum }: Parameter,
  { page, offset, limit }: Pick<Partial<OffsetPagination>, "page" | "offset" | "limit"> = {},
): JsonObject {
  const isCount = [page, offset, limit].includes(name);
  return omitKeys({
    type: isCount ? "integer" : type,
    format,
    enum: values,
    minimum,
    maximum,
    required: required || undefined,
  });
}

function describeOperation(operation: Operation): Json {
  const { method, path, operationId, summary, description, deprecated, body, security, pagination, fields } =
    operation;
  const parameters = LOCATIONS.flatMap((location) => {
    const parametersInLocation = operation.parameters.filter((parameter) => parameter.in === location);
    return parametersInLocation.length
      ? [[location, Object.fromEntries(parametersInLocation.map(describeParameter))] as const]
      : [];
  });
  return omitKeys({
    method: method.toUpperCase(),
    path,
    operationId,
    summary,
    description,
    deprecated: deprecated || undefined,
    parameters: Object.fromEntries(parameters),
    body: body && { required: body.required, mediaTypes: body.media.map(({ mediaType }) => mediaType) },
    security,
    pagination: pagination && { ...pagination },
    fields,
  });
}

function describeParameter(parameter: Parameter): [string, Json] {
  const { name, type, format, required, description, deprecated, minimum, maximum } = parameter;
  return [
    name,
    omitKeys({
      type,
      format,
      required,
      enum: parameter.enum,
      default: parameter.default,
      minimum,
      maximum,
      deprecated,
      description,
    }),
  ];
}

function createConstant(name: string, value: Json, description: string): Constant {
  return {
    kind: "const",
    isExported: true,
    name,
    value: `${printLiteral(value)} as const`,
    doc: escapeCommentEnd(description),
  };
}

/** Prints a value as the source text of a literal. */
function printLiteral(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${formatPropertyName(key)}: ${printLiteral(member)},\n`,
  );
  return members.length ? `{\n${members.join("")}}` : "{}";
}
