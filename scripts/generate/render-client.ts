import {
  type FunctionDeclarationStructure,
  type InterfaceDeclarationStructure,
  type StatementStructures,
  StructureKind,
  type TypeAliasDeclarationStructure,
  VariableDeclarationKind,
} from "ts-morph";
import type { JsonObject } from "../document/json.js";
import { derived, operationType } from "./names.js";
import type { Body } from "./bodies.js";
import type { Operation } from "./operations.js";
import { LOCATIONS, type Parameter } from "./parameters.js";
import { firstServer } from "../document/servers.js";
import { unclosed, untagged } from "./tsdoc.js";

const CALL: FunctionDeclarationStructure = {
  kind: StructureKind.Function,
  name: "call",
  docs: [
    "Calls openapi-fetch without its types: each function below states its own, which is much faster to check.",
  ],
  parameters: [
    { name: "method", type: "unknown" },
    { name: "path", type: "string" },
    { name: "init", type: "object" },
  ],
  returnType: "Promise<never>",
  statements: ["return (method as (path: string, init: object) => Promise<never>)(path, init);"],
};

/** A typed function for each operation, over openapi-fetch. */
export function renderClient(operations: readonly Operation[], root: JsonObject): StatementStructures[] {
  const server = firstServer(root.servers) ?? "";
  const imported = operations.some(({ body }) => body && contentTypeOf(body) !== undefined)
    ? ["mergeHeaders"]
    : [];
  return [
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: "openapi-fetch",
      defaultImport: "createClient",
      namedImports: [
        ...imported,
        ...["Client", "ClientOptions", "FetchOptions"].map((name) => ({
          name,
          isTypeOnly: true,
        })),
      ],
    },
    ...(operations.length
      ? [
          {
            kind: StructureKind.ImportDeclaration as const,
            moduleSpecifier: "./operations.js",
            namedImports: operations.map(({ name }) => derived.path(name)),
          },
        ]
      : []),
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: "./schema.js",
      isTypeOnly: true,
      namedImports: ["paths"],
    },
    {
      kind: StructureKind.VariableStatement,
      isExported: true,
      declarationKind: VariableDeclarationKind.Const,
      docs: [
        /^https?:/i.test(server)
          ? "Where the API is, unless a client is told otherwise: the first server of the document."
          : "The document tells no whole URL of a server: give each client its `baseUrl`.",
      ],
      declarations: [{ name: "baseUrl", type: "string", initializer: JSON.stringify(server) }],
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: "ApiClient",
      type: "Client<paths>",
      docs: ["What sends the requests."],
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: "CallOptions",
      type: 'Omit<FetchOptions<unknown>, "params" | "body">',
      docs: ["How a request is made: openapi-fetch's options, such as `signal`, `headers` and `parseAs`."],
    },
    ...resultTypes(),
    {
      kind: StructureKind.Function,
      isExported: true,
      name: "createApiClient",
      docs: [
        "Makes a client of the API.\n\n@param options - openapi-fetch's options, such as `baseUrl`, `headers` and `fetch`.",
      ],
      parameters: [{ name: "options", type: "ClientOptions", hasQuestionToken: true }],
      returnType: "ApiClient",
      statements: ["return createClient<paths>({ baseUrl, ...options });"],
    },
    ...(operations.length ? [CALL] : []),
    ...operations.flatMap(renderOperation),
  ];
}

/** The header that openapi-fetch would not send by itself: its own is `application/json`. */
function contentTypeOf({ mediaType, json }: Body): string | undefined {
  const range = mediaType.includes("*");
  if (json) return range || /^application\/json\b/i.test(mediaType) ? undefined : mediaType;
  return range ? "application/octet-stream" : mediaType;
}

function renderOperation(
  operation: Operation,
): (TypeAliasDeclarationStructure | InterfaceDeclarationStructure | FunctionDeclarationStructure)[] {
  const { name, path, method, parameters, body, baseUrl, parseAs, queryStyle } = operation;
  const contentType = body && contentTypeOf(body);
  const route = `\`${method.toUpperCase()} ${path}\``;
  const type = operationType(name);
  const there = LOCATIONS.filter((location) => parameters.some((each) => each.in === location));
  const needed = (location: string): boolean =>
    parameters.some((each) => each.in === location && each.required);
  const optional = !there.some(needed);
  const hasQuery = there.includes("query");

  const init = [
    ...(baseUrl === undefined ? [] : [`baseUrl: ${JSON.stringify(baseUrl)}`]),
    ...(parseAs ? [`parseAs: ${JSON.stringify(parseAs)}`] : []),
    ...(queryStyle ? [`querySerializer: ${JSON.stringify(queryStyle)}`] : []),
    "...options",
    ...(there.length ? ["params"] : []),
    ...(body ? ["body"] : []),
    ...(contentType === undefined
      ? []
      : [`headers: mergeHeaders({ "Content-Type": ${JSON.stringify(contentType)} }, options?.headers)`]),
    ...(body && !body.json ? ["bodySerializer: (raw: unknown) => raw as BodyInit"] : []),
  ];
  const bytes = body && !body.json && !/^text\//i.test(body.mediaType);
  const bodyType = bytes
    ? "BodyInit"
    : `NonNullable<${type}["requestBody"]>["content"][${JSON.stringify(body?.mediaType)}]`;
  return [
    {
      kind: StructureKind.TypeAlias,
      name: type,
      type: `paths[${JSON.stringify(path)}][${JSON.stringify(method)}]`,
    },
    ...(hasQuery
      ? [
          {
            kind: StructureKind.TypeAlias as const,
            isExported: true,
            name: derived.query(name),
            type: `NonNullable<${type}["parameters"]["query"]>`,
            docs: [unclosed(`The query of ${route}.`)],
          },
        ]
      : []),
    ...(there.length
      ? [
          {
            kind: StructureKind.Interface as const,
            isExported: true,
            name: derived.params(name),
            docs: [unclosed(`The parameters of ${route}.`)],
            properties: there.map((location) => ({
              name: location,
              hasQuestionToken: !needed(location),
              type: `${type}["parameters"]["${location}"]`,
            })),
          },
        ]
      : []),
    {
      kind: StructureKind.Function,
      isExported: true,
      name,
      docs: [unclosed(documentation(operation, there.length > 0))],
      typeParameters: [{ name: "Options", constraint: "CallOptions", default: "CallOptions" }],
      parameters: [
        { name: "client", type: "ApiClient" },
        ...(there.length
          ? [
              {
                name: "params",
                type: derived.params(name) + (optional && body?.required ? " | undefined" : ""),
                hasQuestionToken: optional && !body?.required,
              },
            ]
          : []),
        ...(body ? [{ name: "body", type: bodyType, hasQuestionToken: !body.required }] : []),
        { name: "options", type: "Options", hasQuestionToken: true },
      ],
      returnType: `Promise<ApiResult<${type}, ${parseAs ? `{ parseAs: ${JSON.stringify(parseAs)} } & Options` : "Options"}>>`,
      statements: [
        `return call(client.${method.toUpperCase()}, ${derived.path(name)}, { ${init.join(", ")} });`,
      ],
    },
  ];
}

/**
 * What an operation ends in. openapi-fetch has types for it too, but they take `string & {}` apart into the methods of
 * a string, and know no status such as 205 or 226.
 */
function resultTypes(): TypeAliasDeclarationStructure[] {
  return [
    {
      kind: StructureKind.TypeAlias,
      name: "ContentOf",
      typeParameters: ["Answer"],
      type: "Answer extends { content: infer Media } ? Media[keyof Media] : undefined",
      docs: ["What an answer holds; undefined where it has no body."],
    },
    {
      kind: StructureKind.TypeAlias,
      name: "BodyOf",
      typeParameters: ["Answers", { name: "Success", constraint: "boolean" }],
      type:
        "{ [Status in keyof Answers]: (`${Status & (string | number)}` extends `2${string}` ? true : false) " +
        "extends Success ? ContentOf<Answers[Status]> : never }[keyof Answers]",
      docs: ["What the answers hold that are a success, or those that are none."],
    },
    {
      kind: StructureKind.TypeAlias,
      name: "ParsedAs",
      typeParameters: ["Body", "Options"],
      type:
        'Options extends { parseAs: infer As } ? As extends "text" ? string : As extends "blob" ? Blob : ' +
        'As extends "arrayBuffer" ? ArrayBuffer : As extends "stream" ? Response["body"] : Body : Body',
      docs: ["A body as `parseAs` has it read."],
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: "ApiResult",
      typeParameters: [{ name: "Operation", constraint: "{ responses: unknown }" }, "Options"],
      type:
        '{ data: ParsedAs<BodyOf<Operation["responses"], true>, Options>; error?: never; response: Response }\n' +
        '  | { data?: never; error: BodyOf<Operation["responses"], false>; response: Response }',
      docs: [
        "What an operation ends in: `data` where the answer is a success, `error` where it is not, and the `response`.",
      ],
    },
  ];
}

function documentation(
  { summary, description, path, method, parameters, body, deprecated }: Operation,
  hasParams: boolean,
): string {
  const lists = LOCATIONS.flatMap((location) => {
    const there = parameters.filter((each) => each.in === location);
    return there.length ? [`Parameters in the ${location}:\n${there.map(parameterLine).join("\n")}`] : [];
  });
  const tags = [
    "@param client - What sends the request.",
    ...(hasParams ? ["@param params - The parameters, by where they go."] : []),
    ...(body ? [`@param body - The body, as \`${body.mediaType}\`.`] : []),
    "@param options - How the request is made.",
    ...(deprecated ? ["@deprecated"] : []),
  ];
  const text = [summary, description, `\`${method.toUpperCase()} ${path}\``, ...lists].filter(Boolean);
  return `${untagged(text.join("\n\n"))}\n\n${tags.join("\n")}`;
}

function parameterLine({
  name,
  required,
  description,
  deprecated,
  type,
  format,
  enum: values,
  default: fallback,
}: Parameter): string {
  const facts = [
    values ? `one of ${values.map((value) => `\`${JSON.stringify(value)}\``).join(", ")}` : (format ?? type),
    ...(required ? ["required"] : []),
    ...(fallback === undefined ? [] : [`default \`${JSON.stringify(fallback)}\``]),
    ...(deprecated ? ["deprecated"] : []),
  ].filter(Boolean);
  const prose = description?.replace(/\s*\n\s*/g, " ");
  return `- \`${name}\`${facts.length ? ` (${facts.join(", ")})` : ""}${prose ? `: ${prose}` : ""}`;
}
