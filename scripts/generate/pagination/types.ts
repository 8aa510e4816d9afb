import type { JsonObject, Pointer } from "../../document/json.js";
import type { DocumentNode } from "../../document/references.js";
import type { Parameter } from "../parameters.js";

/** The pagination of a list operation: `x-speakeasy-pagination` and `x-list`, checked against the operation. */
export type Pagination = OffsetPagination | LinkedPagination;

/** Pages that are requested by number or offset. */
export interface OffsetPagination {
  type: "offsetLimit";
  /** The query parameter for the page number. */
  page?: string;
  /** The query parameter for the offset of the first item. */
  offset?: string;
  /** The query parameter for the number of items on a page. */
  limit?: string;
  /** The path to the items in the response body. */
  results: string[];
  /** The paths to the number of items in the whole list. The first that leads to a number counts. */
  total?: string[][];
  /** The paths to the offset of the page's first item. */
  start?: string[][];
  /** The paths to the offset of the page's last item, inclusive. */
  end?: string[][];
  /** The number from which `start` and `end` count. */
  firstOffset?: number;
  /** The property that identifies an item. */
  itemKey?: string;
}

/** Pages that refer to the next one by a cursor or URL in the body, or by a `Link` header. */
export interface LinkedPagination {
  type: "cursor" | "url" | "link";
  /** The query parameter for the cursor. */
  cursor?: string;
  /** The query parameter for the number of items on a page. */
  limit?: string;
  /** The path to the items in the response body. */
  results: string[];
  /** The path to the cursor or URL of the next page. */
  next?: string[];
  /** The property that identifies an item. */
  itemKey?: string;
}

/** The operation whose extensions are read. */
export interface ReadableOperation {
  value: JsonObject;
  pointer: Pointer;
  parameters: readonly Parameter[];
  /** The schemas of the JSON in its successful responses. */
  schemas: readonly DocumentNode[];
  /** The part of a request that list and item resources do not support. */
  unsupported?: string | undefined;
}
