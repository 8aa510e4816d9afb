import type { Json, Pointer } from "../document/json.js";
import type { Parameter } from "./parameters.js";
import { type Found, isObject, type Reader } from "../document/reader.js";

/** How a list operation is paged: by `x-speakeasy-pagination`, checked against the operation. */
export interface Pagination {
  type: "offsetLimit";
  /** The query parameter that takes the page's number. */
  page?: string;
  /** The query parameter that takes the place of the first item. */
  offset?: string;
  /** The query parameter that takes how many items a page holds. */
  limit?: string;
  /** The way to the list in the body of the answer. */
  results: string[];
}

/** Checks `x-speakeasy-pagination` against the operation that carries it: nothing is guessed at run time. */
export function readPagination(
  reader: Reader,
  pointer: Pointer,
  extension: Json | undefined,
  parameters: readonly Parameter[],
  schemas: readonly Found[],
): Pagination | undefined {
  if (extension === undefined) return undefined;
  const name = "x-speakeasy-pagination";
  if (!isObject(extension) || extension.type !== "offsetLimit") {
    const found = isObject(extension) ? JSON.stringify(extension.type) : "none";
    reader.report([...pointer, "type"], `${name}: of the types only offsetLimit is supported, not ${found}`);
    return undefined;
  }
  const result: Pagination = { type: "offsetLimit", results: [] };
  const faults: { at: Pointer; message: string }[] = [];
  const refuse = (at: Pointer, message: string): void => {
    faults.push({ at, message: `${name}: ${message}` });
  };
  /** What is not read would be left out in silence. */
  const known = (at: Pointer, value: Json | undefined, keys: readonly string[]): void => {
    for (const key of Object.keys(isObject(value) ? value : {}))
      if (!keys.includes(key)) refuse([...at, key], `${key} is not supported`);
  };
  known(pointer, extension, ["type", "inputs", "outputs"]);
  known([...pointer, "outputs"], extension.outputs, ["results"]);
  const inputs = Array.isArray(extension.inputs) ? extension.inputs : [];
  inputs.forEach((input, index) => {
    const at = [...pointer, "inputs", index];
    const { name: wanted, in: location, type } = isObject(input) ? input : {};
    known(at, input, ["name", "in", "type"]);
    const parameter = parameters.find((each) => each.in === "query" && each.name === wanted);
    if (location !== "parameters") refuse([...at, "in"], "an input must be in parameters");
    else if (type !== "page" && type !== "limit" && type !== "offset")
      refuse([...at, "type"], "an input's type must be page, limit or offset");
    else if (result[type] !== undefined) refuse([...at, "type"], `there are two inputs of the type ${type}`);
    else if (!parameter)
      refuse(
        [...at, "name"],
        `there is no query parameter ${wanted === undefined ? "without a name" : JSON.stringify(wanted)}`,
      );
    else if (parameter.type !== "number" && parameter.type !== "integer")
      refuse(
        [...at, "name"],
        `the query parameter ${parameter.name} is no number, but of the type ${parameter.type ?? "unknown"}`,
      );
    else result[type] = parameter.name;
  });
  if (!faults.length && (result.page === undefined) === (result.offset === undefined))
    refuse([...pointer, "inputs"], "there must be one input of the type page or offset, and not both");

  const { results } = isObject(extension.outputs) ? extension.outputs : {};
  const at = [...pointer, "outputs", "results"];
  if (typeof results !== "string" || !/^\$(\.[^.[\]*]+)*$/.test(results))
    refuse(at, "outputs.results must be a path such as $.data.items");
  else {
    result.results = results.split(".").slice(1);
    if (!schemas.some((schema) => leadsToArray(reader, schema, result.results)))
      refuse(at, `${results} leads to no array in the JSON of a successful answer`);
  }
  for (const fault of faults) reader.report(fault.at, fault.message);
  return result;
}

function leadsToArray(reader: Reader, schema: Found, way: readonly string[]): boolean {
  const [name, ...rest] = way;
  if (name === undefined) return reader.typeOf(schema) === "array";
  return reader.parts(schema).some(({ value: { properties }, pointer }) => {
    if (!isObject(properties) || properties[name] === undefined) return false;
    const found = reader.follow([...pointer, "properties", name], properties[name]);
    return found !== undefined && leadsToArray(reader, found, rest);
  });
}
