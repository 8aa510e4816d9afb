import { isObject, type Json, type Pointer, toList } from "../../document/json.js";
import { describeActual, type ExtensionReader, isNumeric } from "../extension.js";
import type { Parameter } from "../parameters.js";

/** The type of an input of `x-speakeasy-pagination`. */
type InputName = "page" | "offset" | "cursor" | "limit";
type Inputs = Partial<Record<InputName, string>>;

/**
 * Reads the names of the query parameters of a page.
 *
 * @param checks - Reports problems of the extension.
 * @param inputs - The `inputs` of the extension.
 * @param parameters - The parameters of the operation.
 * @param required - The types of inputs, of which there must be one.
 * @returns The names by type.
 */
export function readInputs(
  checks: ExtensionReader,
  inputs: Json | undefined,
  parameters: readonly Parameter[],
  required: readonly InputName[],
): Inputs {
  const inputNames: Inputs = {};
  for (const [index, input] of toList(inputs).entries())
    readInput(checks, ["inputs", index], input, parameters, [...required, "limit"], inputNames);
  const foundTypes = required.filter((name) => inputNames[name]);
  if (checks.problemCount === 0 && required.length > 0 && foundTypes.length !== 1)
    checks.report(
      ["inputs"],
      `there must be exactly one input of the type ${required.join(" or ")}, got ${foundTypes.join(" and ") || "none"}`,
    );
  return inputNames;
}

/** Reads one input, and adds it to the others. */
function readInput(
  checks: ExtensionReader,
  pointer: Pointer,
  input: Json,
  parameters: readonly Parameter[],
  types: readonly InputName[],
  inputNames: Inputs,
): void {
  const { name, in: location, type: statedType } = isObject(input) ? input : {};
  const type = types.find((candidate) => candidate === statedType);
  checks.reportUnknownKeys(pointer, input, ["name", "in", "type"]);
  const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
  if (location !== "parameters")
    checks.report([...pointer, "in"], `an input must be in parameters, ${describeActual(location)}`);
  else if (!type)
    checks.report(
      [...pointer, "type"],
      `an input's type must be ${formatList(types)}, ${describeActual(statedType)}`,
    );
  else if (inputNames[type] !== undefined)
    checks.report([...pointer, "type"], `there are two inputs of the type ${type}`);
  else if (!parameter)
    checks.report(
      [...pointer, "name"],
      name === undefined ? "an input needs a name" : `there is no query parameter ${JSON.stringify(name)}`,
    );
  else if (!isNumeric(parameter.type) && !(type === "cursor" && parameter.type === "string"))
    checks.report(
      [...pointer, "name"],
      `the query parameter ${parameter.name} must be a ${type === "cursor" ? "string" : "number"}, but its type is ${parameter.type ?? "unknown"}`,
    );
  else inputNames[type] = parameter.name;
}

const INPUT_ORDER: readonly InputName[] = ["page", "limit", "offset", "cursor"];

/** Formats names as in "page, limit or offset". */
function formatList(names: readonly InputName[]): string {
  const inOrder = INPUT_ORDER.filter((name) => names.includes(name));
  return [inOrder.slice(0, -1).join(", "), ...inOrder.slice(-1)].filter(Boolean).join(" or ");
}
