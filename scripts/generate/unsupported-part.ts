import type { Parameter } from "./parameters.js";

/** The parts of an operation that its requests depend on. */
interface RequestedOperation {
  path: string;
  baseUrl?: string | undefined;
  parameters: readonly Parameter[];
}

/**
 * Returns the first part of an operation that list and item resources do not support. The generated function of the
 * operation does.
 */
export function findUnsupportedPart({ path, baseUrl, parameters }: RequestedOperation): string | undefined {
  if (baseUrl !== undefined) return `the operation has its own server ${baseUrl}`;
  if (!path.startsWith("/")) return "the path does not begin with a slash";
  if (/[?#]/.test(path)) return "the path has a query or a fragment";
  const parameter = parameters.find(isUnsupported);
  if (!parameter) return undefined;
  const { in: location, name, type } = parameter;
  if (location === "header" || location === "cookie") return `the ${location} parameter ${name} is required`;
  return `the ${location} parameter ${name} has ${type === "array" || type === "object" ? `the type ${type}` : "a style"}`;
}

function isUnsupported({ in: location, required, type, style }: Parameter): boolean {
  // A browser sends its own cookies, and a client its own headers, if they are optional.
  if (location === "header" || location === "cookie") return required;
  return type === "array" || type === "object" || style?.style !== undefined || style?.json === true;
}
