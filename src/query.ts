import { readValue, type Rule } from "./values.js";

/** A query as it is sent. */
export type WireQuery = Readonly<Record<string, string | number | boolean | undefined>>;

/** A query as callers write it: that of the document, but for points in time, which may be a `Date`. */
export type QueryOf<Wire, Endpoint extends { readonly query: object }> = {
  [Name in keyof Wire]:
    | (Endpoint["query"][Name & keyof Endpoint["query"]] extends { readonly format: "date-time" }
        ? string | Date
        : Wire[Name])
    | (object extends Pick<Wire, Name> ? undefined : never);
};

/**
 * Reads the value of a parameter from text, such as that of a command line or a URL, and returns it as it is sent.
 *
 * @throws As {@link readValue}.
 */
export function parseParameter(name: string, text: string, parameter: Rule): unknown {
  return readValue(name, parseText(text, parameter.type), parameter);
}

function parseText(text: string, type: string | undefined): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
