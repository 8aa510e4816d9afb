import { readValue, type Rule } from "./values.js";

/** A query as sent. */
export type WireQuery = Readonly<Record<string, string | number | boolean | undefined>>;

/** The query type for callers: that of the document, with times that may also be a `Date`. */
export type QueryOf<Wire, Endpoint extends { readonly query: object }> = {
  [Name in keyof Wire]:
    | (Endpoint["query"][Name & keyof Endpoint["query"]] extends { readonly format: "date-time" }
        ? string | Date
        : Wire[Name])
    | (object extends Pick<Wire, Name> ? undefined : never);
};

/**
 * Parses the value of a parameter from text, such as that of a command line or a URL.
 *
 * @param name - The name of the parameter in messages.
 * @param text - The text of the value.
 * @param parameter - The rule of the parameter.
 * @returns The value as sent.
 * @throws TypeError or RangeError, as {@link readValue} does.
 */
export function parseParameter(name: string, text: string, parameter: Rule): unknown {
  return readValue(name, parseText(text, parameter.type), parameter);
}

function parseText(text: string, type: string | undefined): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
