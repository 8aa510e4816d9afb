import type {
  Constant,
  Declaration,
  ExportDeclaration,
  FunctionDeclaration,
  ImportDeclaration,
  ImportedName,
  TypeAlias,
} from "./declarations.js";
import { selectBodyTypes } from "./body-types.js";
import type { Operation } from "./operations.js";
import { renderFunction } from "./render-function.js";
import { getModuleSpecifier, type RuntimeName } from "./runtime-files.js";
import { compareCodeUnits } from "../compare-code-units.js";

/** The names of the runtime that are types. */
const TYPE_NAMES: readonly RuntimeName[] = ["EventStream", "ServerSentEvent"];

/** The client's declarations, and the names of the runtime that they need. */
interface RenderedClient {
  declarations: Declaration[];
  runtime: ReadonlySet<RuntimeName>;
}

/**
 * Renders a typed function for each operation, over openapi-fetch.
 *
 * @param operations - The operations.
 * @param baseUrl - The default base URL. Empty if it is unknown.
 * @returns The declarations and the names that they import.
 */
export function renderClient(operations: readonly Operation[], baseUrl: string): RenderedClient {
  const runtime = new Set<RuntimeName>();
  const importRuntime = (name: RuntimeName): RuntimeName => {
    runtime.add(name);
    return name;
  };
  const functions = operations.flatMap((operation) => renderFunction(operation, importRuntime));
  // The server of an operation is relative to the base URL of its client.
  if (runtime.has("resolveServer")) importRuntime("rememberBaseUrl");
  const imported = [...runtime];
  const exported = [
    ...(imported.some((name) => name.startsWith("readJson")) ? [importRuntime("ResponseBodyError")] : []),
    ...(runtime.has("EventStream") ? [importRuntime("EventStream"), importRuntime("ServerSentEvent")] : []),
  ];
  const declarations: Declaration[] = [
    ...renderImports(imported),
    ...groupByModule(exported).map(([from, names]): ExportDeclaration => ({
      kind: "export",
      from,
      names: names.map(toImportedName),
    })),
    renderBaseUrl(baseUrl),
    ...createClientTypes(),
    ...selectBodyTypes(functions),
    createClientFunction(runtime.has("rememberBaseUrl")),
    ...functions,
  ];
  return { declarations, runtime };
}

function renderImports(runtime: readonly RuntimeName[]): ImportDeclaration[] {
  const modules = new Map(groupByModule(runtime));
  const fetchNames = modules.get("openapi-fetch") ?? [];
  modules.delete("openapi-fetch");
  const importFrom = (from: string, names: readonly ImportedName[]): ImportDeclaration => ({
    kind: "import",
    from,
    names,
  });
  return [
    {
      ...importFrom("openapi-fetch", [
        ...fetchNames.map(toImportedName),
        ...["Client", "ClientOptions", "FetchOptions"].map((name) => ({ name, isTypeOnly: true })),
      ]),
      defaultImport: "createClient",
    },
    ...[...modules].map(([from, names]) => importFrom(from, names.map(toImportedName))),
    { ...importFrom("./schema.js", [{ name: "paths" }]), isTypeOnly: true },
  ];
}

function toImportedName(name: RuntimeName): { name: string; isTypeOnly: boolean } {
  return { name, isTypeOnly: TYPE_NAMES.includes(name) };
}

function groupByModule(names: readonly RuntimeName[]): [moduleSpecifier: string, names: RuntimeName[]][] {
  const groups = new Map<string, RuntimeName[]>();
  for (const name of [...names].sort())
    groups.set(getModuleSpecifier(name), [...(groups.get(getModuleSpecifier(name)) ?? []), name]);
  return [...groups].sort(([a], [b]) => compareCodeUnits(a, b));
}

function renderBaseUrl(server: string): Constant {
  return {
    kind: "const",
    isExported: true,
    name: "baseUrl",
    type: "string",
    value: JSON.stringify(server),
    doc: /^https?:/i.test(server)
      ? "The default base URL of a client: the first server of the document."
      : "The document has no absolute URL of a server: pass a `baseUrl` to each client.",
  };
}

function createClientTypes(): TypeAlias[] {
  const createAlias = (name: string, type: string, doc: string): TypeAlias => ({
    kind: "type",
    isExported: true,
    name,
    type,
    doc,
  });
  return [
    createAlias("ApiClient", "Client<paths>", "A client that sends the requests of the functions below."),
    createAlias(
      "CallOptions",
      'Omit<FetchOptions<unknown>, "params" | "body">',
      "Options of a request: those of openapi-fetch, such as `signal`, `headers` and `parseAs`.",
    ),
    createAlias(
      "UndocumentedError",
      "object | `HTTP ${string}`",
      "An error that the document does not describe: parsed JSON, a text, or the status of a response without a body.",
    ),
    {
      ...createAlias(
        "ParsedAs",
        PARSED_AS,
        "The data of a successful response, as the option `parseAs` reads it.",
      ),
      isExported: false,
      typeParameters: [{ name: "Data" }, { name: "Options" }],
    },
    {
      ...createAlias("ApiResult", API_RESULT, RESULT_DOC),
      typeParameters: [{ name: "Data" }, { name: "Failure" }, { name: "Options", default: "{}" }],
    },
  ];
}

const PARSED_AS =
  'Options extends { parseAs?: infer As } ? As extends "text" ? string | Extract<Data, undefined> : ' +
  'As extends "blob" ? Blob | Extract<Data, undefined> : ' +
  'As extends "arrayBuffer" ? ArrayBuffer | Extract<Data, undefined> : ' +
  'As extends "stream" ? Response["body"] | Extract<Data, undefined> : Data : Data';

const API_RESULT =
  "{ data: ParsedAs<Data, Options>; error?: never; response: Response }\n" +
  "  | { data?: never; error: Failure; response: Response }";

const RESULT_DOC =
  "The result of an operation: the `response`, and its `data` if it is successful, or else the `error`. A successful " +
  "body that the document does not describe is not read, so that `data` is undefined. The `error` of a response " +
  "without a body is its status as text.";

function createClientFunction(storesBaseUrl: boolean): FunctionDeclaration {
  const client = "createClient<paths>({ baseUrl, ...options })";
  return {
    kind: "function",
    isExported: true,
    name: "createApiClient",
    doc: "Creates a client of the API.\n\n@param options - Options of openapi-fetch, such as `baseUrl`, `headers` and `fetch`.",
    parameters: [{ name: "options", type: "ClientOptions", isOptional: true }],
    returnType: "ApiClient",
    body: `return ${storesBaseUrl ? `rememberBaseUrl(${client}, options?.baseUrl ?? baseUrl)` : client};`,
  };
}
