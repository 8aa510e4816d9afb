import {
  type FunctionDeclarationStructure,
  type InterfaceDeclarationStructure,
  type StatementStructures,
  StructureKind,
  type TypeAliasDeclarationStructure,
  VariableDeclarationKind,
} from "ts-morph";
import type { JsonObject } from "./json.js";
import { derived } from "./names.js";
import type { Operation } from "./operations.js";
import { LOCATIONS, type Parameter } from "./parameters.js";
import { isObject, textOf } from "./reader.js";

/** A typed function for each operation, over openapi-fetch. */
export function renderClient(operations: readonly Operation[], root: JsonObject): StatementStructures[] {
  return [
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: "openapi-fetch",
      defaultImport: "createClient",
      namedImports: ["Client", "ClientOptions", "FetchOptions", "FetchResponse"].map((name) => ({
        name,
        isTypeOnly: true,
      })),
    },
    {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: "./operations.js",
      namedImports: operations.map(({ name }) => derived.path(name)),
    },
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
      docs: ["Where the API is, unless a client is told otherwise: the first server of the document."],
      declarations: [{ name: "baseUrl", type: "string", initializer: JSON.stringify(firstServer(root)) }],
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
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: "ApiResult",
      typeParameters: [
        { name: "Operation", constraint: "Record<string | number, any>" },
        { name: "Options" },
      ],
      type: "FetchResponse<Operation, Options, `${string}/${string}`>",
      docs: [
        "What an operation ends in: `data` where the answer is a success, `error` where it is not, and the `response`.",
      ],
    },
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
    {
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
    },
    ...operations.flatMap(renderOperation),
  ];
}

/** The first server's URL, its variables at their defaults. */
function firstServer({ servers }: JsonObject): string {
  const server = Array.isArray(servers) && isObject(servers[0]) ? servers[0] : {};
  const variables = isObject(server.variables) ? server.variables : {};
  return (textOf(server.url) ?? "").replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = variables[name];
    return (isObject(variable) ? textOf(variable.default) : undefined) ?? whole;
  });
}

function renderOperation(
  operation: Operation,
): (TypeAliasDeclarationStructure | InterfaceDeclarationStructure | FunctionDeclarationStructure)[] {
  const { name, path, method, parameters, body, parseAs, queryStyle } = operation;
  const route = `\`${method.toUpperCase()} ${path}\``;
  const type = derived.type(name);
  const there = LOCATIONS.filter((location) => parameters.some((each) => each.in === location));
  const needed = (location: string): boolean =>
    parameters.some((each) => each.in === location && each.required);
  const optional = !there.some(needed);
  const hasQuery = there.includes("query");

  const init = [
    ...(parseAs ? [`parseAs: ${JSON.stringify(parseAs)}`] : []),
    ...(queryStyle ? [`querySerializer: ${JSON.stringify(queryStyle)}`] : []),
    "...options",
    ...(there.length ? ["params"] : []),
    ...(body ? ["body"] : []),
    ...(body && !/^application\/json\b/i.test(body.mediaType)
      ? [`headers: { "Content-Type": ${JSON.stringify(body.mediaType)}, ...options?.headers }`]
      : []),
    ...(body && !/\bjson\b/i.test(body.mediaType)
      ? ["bodySerializer: (raw: unknown) => raw as BodyInit"]
      : []),
  ];
  const bodyType = `NonNullable<${type}["requestBody"]>["content"][${JSON.stringify(body?.mediaType)}]`;
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
            docs: [safe(`The query of ${route}.`)],
          },
        ]
      : []),
    ...(there.length
      ? [
          {
            kind: StructureKind.Interface as const,
            isExported: true,
            name: derived.params(name),
            docs: [safe(`The parameters of ${route}.`)],
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
      docs: [safe(documentation(operation, there.length > 0))],
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
  return [summary, description, `\`${method.toUpperCase()} ${path}\``, ...lists, tags.join("\n")]
    .filter(Boolean)
    .join("\n\n");
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

/** A text that cannot end the comment it stands in, nor be taken for a tag of it. */
function safe(text: string): string {
  return text
    .replaceAll("*/", "*\\/")
    .replace(/^@(?!param client|param params|param body|param options|deprecated$)/gm, "\\@")
    .replace(/\r\n?/g, "\n");
}
