/** What generated/ itself exports, beside what it makes of a document. */
const TAKEN = [
  ...["ApiClient", "ApiResult", "CallOptions", "baseUrl", "createApiClient"],
  ...["paths", "webhooks", "components", "operations", "$defs"],
];

/** What is exported for an operation beside its function. */
export const derived = {
  type: pascal,
  params: (name: string): string => `${pascal(name)}Params`,
  query: (name: string): string => `${pascal(name)}Query`,
  path: (name: string): string => `${name}Path`,
  queryKinds: (name: string): string => `${name}Query`,
  pagination: (name: string): string => `${name}Pagination`,
  descriptor: (name: string): string => `${name}Operation`,
};

const RESERVED = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const continue debugger declare default " +
    "delete do else enum eval export extends false finally for from function get if implements import in infer " +
    "instanceof interface is keyof let module namespace never new null number object of package private protected " +
    "public readonly require return set static string super switch symbol this throw true try type typeof undefined " +
    "unique unknown var void while with yield"
  ).split(" "),
);

/** Makes identifiers of a document's names, no two of them alike. */
export class NameSpace {
  readonly #taken = new Set(TAKEN);

  /** A name for an operation's function; those of what goes with it are free as well. */
  ofOperation(id: string): string {
    return this.#free(identifier(id), (name) => [name, ...Object.values(derived).map((make) => make(name))]);
  }

  /** A name for the type of a schema. */
  ofSchema(id: string): string {
    return this.#free(pascal(identifier(id)), (name) => [name]);
  }

  #free(wanted: string, needs: (name: string) => string[]): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      const all = needs(name);
      if (all.some((each) => this.#taken.has(each))) continue;
      for (const each of all) this.#taken.add(each);
      return name;
    }
  }
}

/** `repos/list-tags for_org` becomes `reposListTagsForOrg`. */
function identifier(text: string): string {
  const words = text.split(/[^\p{ID_Continue}$]+|_+/u).filter(Boolean);
  const name = words
    .map((word, index) =>
      index ? word.charAt(0).toUpperCase() + word.slice(1) : word.charAt(0).toLowerCase() + word.slice(1),
    )
    .join("");
  return RESERVED.has(name) || !/^[\p{ID_Start}$_]/u.test(name) ? `_${name}` : name;
}

function pascal(name: string): string {
  const start = name.search(/[^_]/);
  return start < 0 ? name : name.slice(0, start) + name.charAt(start).toUpperCase() + name.slice(start + 1);
}
