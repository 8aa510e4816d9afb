import type { QueryOf } from "./query.js";
import type { Rules } from "./values.js";

/** A path of property names in a response body. */
type Path = readonly string[];

/** The description of an operation in a generated endpoint. */
export interface Endpoint {
  /** The name of the operation, such as `listSessions`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: Rules;
  /** The properties of an item whose text "null" means null. */
  readonly nullTexts?: readonly string[];
}

/** An endpoint that returns one item. */
export interface ItemEndpoint extends Endpoint {
  /** The paths to the item. The first one that leads to an object is used. Default: the body itself. */
  readonly item?: readonly Path[];
  /** The property of the item that has the URL of a file. */
  readonly download?: string;
}

/** An endpoint that returns a list. */
export interface PagedEndpoint extends Endpoint {
  readonly pagination: {
    /** The path to the items. */
    readonly results: Path;
  };
}

/** An endpoint that returns a list in pages, each of which refers to the next one. */
export interface LinkedListEndpoint extends Endpoint {
  readonly pagination: {
    /** By a cursor in the body, by a URL in the body, or by the URL in a `Link` header. */
    readonly type: "cursor" | "url" | "link";
    /** The query parameter for the cursor. */
    readonly cursor?: string;
    /** The query parameter for the page size. */
    readonly limit?: string;
    readonly results: Path;
    /** The path to the cursor or the URL in a response. */
    readonly next?: Path;
    /** The property that identifies an item. Without one, items are not compared. */
    readonly itemKey?: string;
  };
}

/** An endpoint that returns a list in pages, which are requested by number or offset. */
export interface ListEndpoint extends Endpoint {
  readonly pagination: {
    readonly type: "offsetLimit";
    /** The query parameter for the page number. */
    readonly page?: string;
    /** The query parameter for the offset of the first item, if there is none for the page number. */
    readonly offset?: string;
    /** The query parameter for the page size. */
    readonly limit?: string;
    readonly results: Path;
    /** The paths to the total. The first one that leads to a number is used, as with the offsets. */
    readonly total?: readonly Path[];
    /** The paths to the offset of the page's first item. */
    readonly start?: readonly Path[];
    /** The paths to the offset of the page's last item. */
    readonly end?: readonly Path[];
    /** The number from which these offsets count. */
    readonly firstOffset?: number;
    /** The property that identifies an item. */
    readonly itemKey: string;
  };
}

/** The type of an endpoint's operation in the generated `paths`. */
type OperationOf<Paths, Described extends Endpoint> = Described["path"] extends keyof Paths
  ? Lowercase<Described["method"]> extends keyof Paths[Described["path"]]
    ? NonNullable<Paths[Described["path"]][Lowercase<Described["method"]>]>
    : never
  : never;

/** The body of a successful response. */
export type BodyOf<Paths, Described extends Endpoint> =
  OperationOf<Paths, Described> extends { responses: infer Responses } ? SuccessBody<Responses> : never;

type SuccessBody<Responses> = {
  [Status in keyof Responses]: `${Status & (string | number)}` extends `2${string}`
    ? Responses[Status] extends { content: infer Content }
      ? Content[keyof Content]
      : never
    : never;
}[keyof Responses];

/** The query of an endpoint, as callers write it. */
export type EndpointQuery<Paths, Described extends Endpoint> =
  OperationOf<Paths, Described> extends { parameters: { query?: infer Query } }
    ? QueryOf<NonNullable<Query>, Described>
    : never;

/** The type of the value at a path. */
type At<Value, Names extends Path> = Names extends readonly [
  infer Name extends string,
  ...infer Rest extends Path,
]
  ? Name extends keyof NonNullable<Value>
    ? At<NonNullable<Value>[Name], Rest>
    : unknown
  : NonNullable<Value>;

type Last<List, None> = List extends readonly [...unknown[], infer Element] ? Element : None;

/** An item of a list. */
export type ListItem<Paths, Described extends PagedEndpoint> =
  At<BodyOf<Paths, Described>, Described["pagination"]["results"]> extends readonly (infer Item)[]
    ? Item
    : unknown;

/** The name of a list, such as `sessions`. */
export type ListName<Described extends PagedEndpoint> = Last<Described["pagination"]["results"], "items"> &
  string;

/** The item of a response. The document describes the last of its paths. */
export type SingleItem<Paths, Described extends ItemEndpoint> =
  Last<Described["item"], []> extends infer Names extends Path ? At<BodyOf<Paths, Described>, Names> : never;

/** Returns the value at a path, in which `-1` is the last item of an array. Undefined if the path does not exist. */
export function getValueAt(body: unknown, path: Path): unknown {
  let value = body;
  for (const name of path)
    value =
      name === "-1" && Array.isArray(value)
        ? value.at(-1)
        : (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return value;
}

/** Returns the first finite number at one of the paths, plus an addend. Undefined without one. */
export function getNumberAt(body: unknown, paths: readonly Path[] = [], addend = 0): number | undefined {
  for (const path of paths) {
    const value = getValueAt(body, path);
    if (Number.isFinite(value)) return (value as number) + addend;
  }
  return undefined;
}

/** Returns the key of an item. Undefined if it is missing or empty. */
export function getKeyAt(item: unknown, name: string): string | undefined {
  const key = (item as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof key === "number" || (typeof key === "string" && key) ? String(key) : undefined;
}
