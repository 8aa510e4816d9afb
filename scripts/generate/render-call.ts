import { isUrl } from "../document/document-path.js";
import type { BodyMedia } from "./bodies.js";
import type { Media } from "./content.js";
import type { Operation } from "./operations.js";
import { isPrimitive, type Location, type Parameter } from "./parameters.js";
import { parsePathTemplate } from "./path-template.js";
import type { RuntimeName } from "./runtime-files.js";
import { formatObject, toSource } from "./source.js";

/** Registers a used name of the runtime, and returns it. */
export type RuntimeImporter = (name: RuntimeName) => string;

/** The source text of an entry of an object; `undefined` leaves it out. */
type Entry = readonly [key: string, source: string | undefined];

/**
 * Renders the call of an operation's function: the caller's arguments, then the description of the operation.
 *
 * @param operation - The operation.
 * @param locations - The locations of the operation's parameters.
 * @param importRuntime - Registers the names of the runtime that the call uses.
 * @returns The source text of the call.
 */
export function renderCall(
  operation: Operation,
  locations: readonly Location[],
  importRuntime: RuntimeImporter,
): string {
  const { method, path, body } = operation;
  const template = parsePathTemplate(path);
  const callOptions = [
    "...options",
    ...(locations.length ? ["params"] : []),
    ...(body ? [body.media.length > 1 ? `body: body${body.required ? "" : "?"}.body` : "body"] : []),
  ];
  const endpoint: Entry[] = [
    ...describeRequest(operation, importRuntime),
    ["accept", renderAccept(operation, importRuntime)],
    ["unread", renderUnread(operation)],
    ...describeBody(operation, importRuntime),
  ];
  const described = endpoint.flatMap(([key, source]) =>
    source === undefined ? [] : [[key, source] as const],
  );
  const args = [
    `client.${method.toUpperCase()}`,
    JSON.stringify(template.path),
    `{ ${callOptions.join(", ")} }`,
    ...(described.length ? [formatObject(described)] : []),
  ];
  return `${importRuntime("call")}(${args.join(", ")})`;
}

/** Renders the serialization of parameters that openapi-fetch does not serialize correctly itself. */
function describeRequest({ path, parameters, baseUrl }: Operation, importRuntime: RuntimeImporter): Entry[] {
  const filterByLocation = (location: Location): Parameter[] =>
    parameters.filter((parameter) => parameter.in === location);
  const renderSerializer = (name: RuntimeName, location: Location, ...more: string[]): string => {
    const styles = renderStyles(filterByLocation(location));
    return `${importRuntime(name)}(${more.length ? [styles ?? "{}", ...more].join(", ") : (styles ?? "")})`;
  };
  const { query } = parsePathTemplate(path);
  const isTemplate = /\{[^{}]+\}/.test(query);
  const ownQuery = isTemplate
    ? `${renderSerializer("createPathSerializer", "path")}(${JSON.stringify(`?${query}`)}, params.path).slice(1)`
    : JSON.stringify(query);
  return [
    ["baseUrl", baseUrl === undefined ? undefined : renderServer(baseUrl, importRuntime)],
    // Without styles, `call` creates it.
    [
      "pathSerializer",
      filterByLocation("path").some(({ style }) => style)
        ? renderSerializer("createPathSerializer", "path")
        : undefined,
    ],
    [
      "querySerializer",
      query || filterByLocation("query").some(needsSerializer)
        ? renderSerializer("createQuerySerializer", "query", ...(query ? [ownQuery] : []))
        : undefined,
    ],
    [
      "headerSerializer",
      filterByLocation("header").some(needsSerializer)
        ? renderSerializer("createHeaderSerializer", "header")
        : undefined,
    ],
    [
      "cookieSerializer",
      filterByLocation("cookie").length ? renderSerializer("createCookieSerializer", "cookie") : undefined,
    ],
  ];
}

/** Renders the URL of an operation's own server. A relative one depends on the client. */
function renderServer(server: string, importRuntime: RuntimeImporter): string {
  const text = JSON.stringify(server);
  return isUrl(server) ? text : `${importRuntime("resolveServer")}(client, ${text})`;
}

/** Returns whether openapi-fetch itself would not serialize a parameter correctly. */
function needsSerializer({ in: location, name, type, style }: Parameter): boolean {
  return style !== undefined || !isPrimitive(type) || (location === "query" && !/^[\w.~-]+$/.test(name));
}

function renderStyles(parameters: readonly Parameter[]): string | undefined {
  const styles = parameters.flatMap(({ name, style }) =>
    style ? [[name, toSource({ ...style })] as const] : [],
  );
  return styles.length ? formatObject(styles) : undefined;
}

/**
 * Renders the readers of successful responses by media type. JSON is first, because some servers return the first
 * match.
 */
function renderAccept({ responses }: Operation, importRuntime: RuntimeImporter): string | undefined {
  const media = responses.success.map((response) => response.media);
  const sorted = [...media.filter(({ isJson }) => isJson), ...media.filter(({ isJson }) => !isJson)];
  const readers = new Map(
    sorted.map((mediaType) => [mediaType.type, importRuntime(chooseReader(mediaType))]),
  );
  return readers.size ? formatObject([...readers]) : undefined;
}

/** Renders the successful statuses without a body, if the others have one. */
function renderUnread({ responses: { success, unreadStatuses } }: Operation): string | undefined {
  return success.length && unreadStatuses.length ? `[${unreadStatuses.join(", ")}]` : undefined;
}

function chooseReader({ kind, schema, schemaType }: Media): RuntimeName {
  if (kind === "json") return "readJson";
  if (kind === "text") return "readText";
  if (kind === "bytes") return "readBlob";
  return schema && schemaType !== "string" ? "readJsonEvents" : "readTextEvents";
}

function describeBody({ body }: Operation, importRuntime: RuntimeImporter): Entry[] {
  const [first, ...others] = body?.media ?? [];
  if (!body || !first) return [];
  if (!others.length) {
    const isDefault = first.format === "json" && first.contentType === "application/json";
    return [
      [
        "contentType",
        isDefault || first.format === "multipart" ? undefined : renderMediaType(first, "body", importRuntime),
      ],
      ["bodySerializer", first.format === "json" ? undefined : renderBodySerializer(first, importRuntime)],
    ];
  }
  const chosenType = body.required ? "body.contentType" : "body?.contentType";
  const hasRange = body.media.some(({ contentType }) => contentType.includes("*"));
  const serializers = body.media.map(
    (bodyMedia) => [bodyMedia.contentType, renderBodySerializer(bodyMedia, importRuntime)] as const,
  );
  const key = body.required ? chosenType : `${chosenType} ?? ${JSON.stringify(first.contentType)}`;
  return [
    [
      "contentType",
      hasRange
        ? `${importRuntime("resolveMediaType")}(${chosenType}, body${body.required ? "" : "?"}.body)`
        : chosenType,
    ],
    ["bodySerializer", `${formatObject(serializers)}[${key}]`],
  ];
}

/** Renders the sent media type. For a range, it is that of the body. */
function renderMediaType({ contentType }: BodyMedia, value: string, importRuntime: RuntimeImporter): string {
  const source = JSON.stringify(contentType);
  return contentType.includes("*") ? `${importRuntime("resolveMediaType")}(${source}, ${value})` : source;
}

function renderBodySerializer({ format, styles, parts }: BodyMedia, importRuntime: RuntimeImporter): string {
  if (format === "json") return importRuntime("defaultBodySerializer");
  if (format === "form")
    return `${importRuntime("createFormSerializer")}(${styles ? toSource(styles as never) : ""})`;
  if (format === "multipart")
    return `${importRuntime("createMultipartSerializer")}(${parts ? toSource(parts as never) : ""})`;
  return importRuntime("serializeRaw");
}
