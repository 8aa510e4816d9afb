import type { Json, Pointer } from "./json.js";
import type { Parameter } from "./parameters.js";
import { type Found, isObject, type Reader } from "./reader.js";

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
    reader.report([...pointer, "type"], `${name} must be of the type offsetLimit`);
    return undefined;
  }
  const result: Pagination = { type: "offsetLimit", results: [] };
  const inputs = Array.isArray(extension.inputs) ? extension.inputs : [];
  inputs.forEach((input, index) => {
    const at = [...pointer, "inputs", index];
    const { name: wanted, in: location, type } = isObject(input) ? input : {};
    if (location !== "parameters") reader.report([...at, "in"], `${name}: inputs must be in parameters`);
    else if (type !== "page" && type !== "limit" && type !== "offset")
      reader.report([...at, "type"], `${name}: an input's type must be page, limit or offset`);
    else {
      const parameter = parameters.find((each) => each.in === "query" && each.name === wanted);
      if (!parameter)
        reader.report(
          [...at, "name"],
          `${name} names the query parameter ${JSON.stringify(wanted)}, which is not there`,
        );
      else if (parameter.type !== "number" && parameter.type !== "integer")
        reader.report(
          [...at, "name"],
          `${name} names the query parameter ${parameter.name}, which is no number`,
        );
      else result[type] = parameter.name;
    }
  });
  if ((result.page === undefined) === (result.offset === undefined) && inputs.length < 2)
    reader.report([...pointer, "inputs"], `${name} needs one input of the type page or offset`);
  const outputs = isObject(extension.outputs) ? extension.outputs : {};
  const results = outputs.results;
  const at = [...pointer, "outputs", "results"];
  if (typeof results !== "string" || !/^\$(\.[^.[\]*]+)*$/.test(results))
    reader.report(at, `${name}: outputs.results must be a path such as $.data.items`);
  else {
    result.results = results.split(".").slice(1);
    if (!schemas.some((schema) => leadsToArray(reader, schema, result.results)))
      reader.report(at, `${name}: ${results} leads to no array in the JSON of a successful answer`);
  }
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
