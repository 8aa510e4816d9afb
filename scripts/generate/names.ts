import { RUNTIME_NAMES } from "./runtime-files.js";

/** The exports of every generated client. */
const EXPORTED = [
  ...["ApiClient", "ApiResult", "CallOptions", "UndocumentedError", "baseUrl", "createApiClient"],
  ...["EventStream", "ResponseBodyError", "ServerSentEvent"],
  ...["paths", "webhooks", "components", "operations", "$defs"],
];

/** The names that the client's file uses, so that operations must not have them. */
const USED_BY_CLIENT = [
  ...["ArrayBuffer", "Blob", "BodyInit", "Client", "ClientOptions", "Extract", "FetchOptions", "FormData"],
  ...["NonNullable", "Omit", "Options", "ParsedAs", "Promise", "RequestBody", "Response"],
  ...["ResponseBody", "URLSearchParams", "createClient", ...RUNTIME_NAMES],
];

/** The names of an operation's other exports. */
export const derivedNames = {
  params: (name: string): string => `${toPascalCase(name)}Params`,
  query: (name: string): string => `${toPascalCase(name)}Query`,
  path: (name: string): string => `${name}Path`,
  endpoint: (name: string): string => `${name}Endpoint`,
  descriptor: (name: string): string => `${name}Operation`,
};

/**
 * The names of the types of an operation that only the client's file uses. No other name contains an underscore after
 * its first letter, so that these names are always unused.
 */
export const localNames = {
  type: (name: string): string => `${toPascalCase(name)}_Operation`,
  body: (name: string): string => `${toPascalCase(name)}_Body`,
  data: (name: string): string => `${toPascalCase(name)}_Data`,
  error: (name: string): string => `${toPascalCase(name)}_Error`,
};

/** The words of the language, and `then`, which would make a module a promise for `import()`. */
const RESERVED = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const continue debugger declare default " +
    "delete do else enum eval export extends false finally for from function get if implements import in infer " +
    "instanceof interface is keyof let module namespace never new null number object of package private protected " +
    "public readonly require return set static string super switch symbol then this throw true try type typeof undefined " +
    "unique unknown var void while with yield"
  ).split(" "),
);

/** Converts the names of a document to unique identifiers. */
export class NameSpace {
  readonly #exported = new Set(EXPORTED);
  readonly #inClient = new Set([...EXPORTED, ...USED_BY_CLIENT]);

  /**
   * Returns a name for an operation's function. The names of its other exports are unused too. Schemas are named last.
   */
  nameOperation(id: string): string {
    const listExports = (name: string): string[] => [
      name,
      ...Object.values(derivedNames).map((formatName) => formatName(name)),
    ];
    const name = findUnusedName(toCamelCase(id), (candidate) =>
      listExports(candidate).every((exportName) => !this.#inClient.has(exportName)),
    );
    for (const exportName of listExports(name)) {
      this.#exported.add(exportName);
      this.#inClient.add(exportName);
    }
    return name;
  }

  /** Returns a name for the type of a schema. */
  nameSchema(id: string): string {
    const name = findUnusedName(toPascalCase(toCamelCase(id)), (candidate) => !this.#exported.has(candidate));
    this.#exported.add(name);
    return name;
  }
}

/** Returns `list`, or else `list2`, `list3` and so on. */
function findUnusedName(preferredName: string, isUnused: (name: string) => boolean): string {
  for (let suffix = 1; ; suffix++) {
    const name = suffix === 1 ? preferredName : `${preferredName}${suffix}`;
    if (isUnused(name)) return name;
  }
}

/** Converts a name to camel case: `repos/list-tags for_org` becomes `reposListTagsForOrg`. */
function toCamelCase(text: string): string {
  const words = text.split(/[^\p{ID_Continue}$]|_/u).filter(Boolean);
  const name = words
    .map((word, index) =>
      index ? word.charAt(0).toUpperCase() + word.slice(1) : word.charAt(0).toLowerCase() + word.slice(1),
    )
    .join("");
  return RESERVED.has(name) || !/^[\p{ID_Start}$_]/u.test(name) ? `_${name}` : name;
}

function toPascalCase(name: string): string {
  return name.replace(/[^_]/, (letter) => letter.toUpperCase());
}
