import type { FunctionDeclaration, InterfaceDeclaration, TypeAlias } from "./declarations.js";
import type { BodyMedia } from "./bodies.js";
import { renderRequestBody, renderResponseBody } from "./body-types.js";
import { convertHtml } from "./html.js";
import { derivedNames, localNames } from "./names.js";
import type { Operation } from "./operations.js";
import { type Location, LOCATIONS, type Parameter } from "./parameters.js";
import { renderCall, type RuntimeImporter } from "./render-call.js";
import type { Responses } from "./responses.js";
import { escapeCommentEnd, escapeTags, formatProse } from "./tsdoc.js";

/** The context of an operation's function. */
interface Signature {
  operation: Operation;
  /** The locations of its parameters. */
  locations: Location[];
  /** The locations of its required parameters. */
  required: Location[];
  importRuntime: RuntimeImporter;
}

/**
 * Renders the function of an operation, and the types that belong to it.
 *
 * @param operation - The operation.
 * @param importRuntime - Registers the names of the runtime that the function uses.
 * @returns The declarations. The function is the last.
 */
export function renderFunction(
  operation: Operation,
  importRuntime: RuntimeImporter,
): (TypeAlias | InterfaceDeclaration | FunctionDeclaration)[] {
  const { name, path, method, parameters } = operation;
  const hasParameters = (location: Location, isRequired: boolean): boolean =>
    parameters.some((parameter) => parameter.in === location && (parameter.required || !isRequired));
  const signature: Signature = {
    operation,
    locations: LOCATIONS.filter((location) => hasParameters(location, false)),
    // A browser sends its own cookies.
    required: LOCATIONS.filter((location) => location !== "cookie" && hasParameters(location, true)),
    importRuntime,
  };
  const data = nameIfDerived(name, localNames.data(name), renderDataType(operation, importRuntime));
  const error = nameIfDerived(name, localNames.error(name), renderErrorType(operation));
  const bodies = createBodyTypes(signature);
  const aliases = [...bodies, ...[data, error].flatMap((namedType) => namedType.alias ?? [])];
  const isTyped =
    signature.locations.length > 0 || aliases.some(({ type }) => type.includes(localNames.type(name)));
  return [
    ...(isTyped
      ? [createAlias(localNames.type(name), `paths[${JSON.stringify(path)}][${JSON.stringify(method)}]`)]
      : []),
    ...createParameterTypes(signature),
    ...aliases,
    createFunction(signature, `Promise<ApiResult<${data.type}, ${error.type}, Options>>`),
  ];
}

function formatRoute({ method, path }: Operation): string {
  return `\`${method.toUpperCase()} ${path}\``;
}

function createParameterTypes({
  operation,
  locations,
  required,
}: Signature): (TypeAlias | InterfaceDeclaration)[] {
  if (!locations.length) return [];
  const { name } = operation;
  const type = localNames.type(name);
  const query: TypeAlias = {
    kind: "type",
    isExported: true,
    name: derivedNames.query(name),
    type: `NonNullable<${type}["parameters"]["query"]>`,
    doc: escapeCommentEnd(`The query of ${formatRoute(operation)}.`),
  };
  const cookieDoc = "Sent in the `Cookie` header. A browser ignores them, and sends those of its own store.";
  return [
    ...(locations.includes("query") ? [query] : []),
    {
      kind: "interface",
      isExported: true,
      name: derivedNames.params(name),
      doc: escapeCommentEnd(`The parameters of ${formatRoute(operation)}.`),
      properties: locations.map((location) => ({
        name: location,
        isOptional: !required.includes(location),
        type: `${type}["parameters"]["${location}"]`,
        ...(location === "cookie" && { doc: cookieDoc }),
      })),
    },
  ];
}

function createBodyTypes({ operation }: Signature): TypeAlias[] {
  const { name, body } = operation;
  const [first, ...others] = body?.media ?? [];
  if (!first) return [];
  const typedMedia = [first, ...others].map(
    (media) => [media.contentType, renderBodyType(name, media)] as const,
  );
  return [
    {
      kind: "type",
      name: localNames.body(name),
      type: others.length
        ? typedMedia
            .map(([contentType, type]) => `{ contentType: ${JSON.stringify(contentType)}; body: ${type} }`)
            .join(" | ")
        : renderBodyType(name, first),
    },
  ];
}

function renderBodyType(name: string, { mediaType, format }: BodyMedia): string {
  const declared = renderRequestBody(name, mediaType);
  if (format === "form") return `${declared} | URLSearchParams`;
  if (format === "multipart") return `${declared} | FormData`;
  if (format === "text") return "string";
  return format === "raw" ? "BodyInit" : declared;
}

function createAlias(name: string, type: string): TypeAlias {
  return { kind: "type", name, type };
}

/** Renders a type, with its own name if it is derived from the document's types. */
function nameIfDerived(operation: string, name: string, type: string): { type: string; alias?: TypeAlias } {
  return type.includes(localNames.type(operation))
    ? { type: name, alias: createAlias(name, type) }
    : { type };
}

function renderDataType({ name, method, responses }: Operation, importRuntime: RuntimeImporter): string {
  if (method === "head") return "undefined";
  const types = responses.success.map((response) => {
    const { kind, schema, schemaType } = response.media;
    if (kind === "bytes") return "Blob";
    const isDeclared = kind === "json" || (schema && (kind === "events" || schemaType === "string"));
    const type = isDeclared ? renderResponseBody(name, [response.status], response.media.type) : "string";
    return kind === "events" ? `${importRuntime("EventStream")}<${type}>` : type;
  });
  return joinUnion([...types, ...(responses.hasEmptySuccess ? ["undefined"] : [])]);
}

function renderErrorType({ name, responses }: Operation): string {
  const types = responses.error.map(({ media }) =>
    media.isJson ? renderErrorBodyType(name, media.type, responses) : "string",
  );
  if (!types.length || !responses.coversErrors) return joinUnion([...types, "UndocumentedError"]);
  // Without a body, an error is its status as text. It is never empty, so that `if (error)` narrows the result.
  return joinUnion([...types, ...(responses.hasEmptyError ? ["`HTTP ${string}`"] : [])]);
}

/** Renders the type of all errors of a media type. */
function renderErrorBodyType(name: string, mediaType: string, { error }: Responses): string {
  const statuses = error.filter(({ media }) => media.type === mediaType).map(({ status }) => status);
  return renderResponseBody(name, statuses, mediaType);
}

function joinUnion(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

function createFunction(
  { operation, locations, required, importRuntime }: Signature,
  returnType: string,
): FunctionDeclaration {
  const { name, body } = operation;
  const isBodyRequired = body?.required === true;
  const isOptional = !required.length;
  const params = {
    name: "params",
    type: derivedNames.params(name) + (isOptional && isBodyRequired ? " | undefined" : ""),
    isOptional: isOptional && !isBodyRequired,
  };
  return {
    kind: "function",
    isExported: true,
    name,
    doc: escapeCommentEnd(renderDocumentation(operation, locations)),
    typeParameters: [{ name: "Options", constraint: "CallOptions", default: "{}" }],
    parameters: [
      { name: "client", type: "ApiClient" },
      ...(locations.length ? [params] : []),
      ...(body ? [{ name: "body", type: localNames.body(name), isOptional: !isBodyRequired }] : []),
      { name: "options", type: "Options", isOptional: true },
    ],
    returnType,
    body: `return ${renderCall(operation, locations, importRuntime)};`,
  };
}

function renderDocumentation(operation: Operation, locations: readonly Location[]): string {
  const { summary, description, parameters, body, deprecated } = operation;
  const lists = locations.map((location) => {
    const lines = parameters.filter((parameter) => parameter.in === location).map(renderParameterLine);
    return `Parameters in the ${location}:\n${lines.join("\n")}`;
  });
  const mediaTypes = body?.media.map(({ contentType }) => `\`${contentType}\``).join(" or ");
  const tags = [
    "@param client - Sends the request.",
    ...(locations.length ? ["@param params - The parameters by location."] : []),
    ...(body ? [`@param body - The body, as ${mediaTypes ?? ""}.`] : []),
    "@param options - Options of the request, such as `signal` and `headers`.",
    ...(deprecated ? ["@deprecated"] : []),
  ];
  const text = [...formatProse(summary, description), formatRoute(operation), ...lists];
  return `${escapeTags(text.join("\n\n"))}\n\n${tags.join("\n")}`;
}

function renderParameterLine(parameter: Parameter): string {
  const { name, required, description, deprecated, type, format, enum: values } = parameter;
  const facts = [
    values ? `one of ${values.map((value) => `\`${JSON.stringify(value)}\``).join(", ")}` : (format ?? type),
    ...(required ? ["required"] : []),
    ...(parameter.default === undefined ? [] : [`default \`${JSON.stringify(parameter.default)}\``]),
    ...(deprecated ? ["deprecated"] : []),
  ].filter(Boolean);
  const prose = convertHtml(description ?? "").replace(/\s*\n\s*/g, " ");
  return `- \`${name}\`${facts.length ? ` (${facts.join(", ")})` : ""}${prose ? `: ${prose}` : ""}`;
}
