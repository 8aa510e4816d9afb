import type { JsonObject, Pointer } from "./json.js";

/** An unsupported value, and its pointer. */
interface VersionProblem {
  pointer: Pointer;
  message: string;
}

/** Checks the version of a document. Returns undefined for OpenAPI 3.0, 3.1 and 3.2. */
export function checkVersion({ openapi, swagger }: JsonObject): VersionProblem | undefined {
  if (swagger !== undefined && parseMinorVersion(openapi) === undefined)
    return {
      pointer: ["swagger"],
      message:
        `Swagger ${JSON.stringify(swagger)} is not supported. Convert it to OpenAPI 3 first: ` +
        "npx swagger2openapi --outfile openapi.yaml FILE",
    };
  if (openapi === undefined)
    return { pointer: [], message: "has no field openapi with its version. Is it an OpenAPI document?" };
  if (parseMinorVersion(openapi) === undefined)
    return {
      pointer: ["openapi"],
      message: `openapi must be 3.0.x, 3.1.x or 3.2.x, got ${JSON.stringify(openapi)}`,
    };
  return undefined;
}

/**
 * Normalizes the version of a document to one that the libraries support. Some documents have 3.1 without the patch
 * number, and 3.2 is read as 3.1.
 *
 * @returns Whether it is OpenAPI 3.2.
 */
export function normalizeVersion(root: JsonObject): boolean {
  const { openapi } = root;
  const minor = parseMinorVersion(openapi);
  if (minor === 2) root.openapi = "3.1.1";
  else if (typeof openapi !== "string" || !/^3\.\d\.\d/.test(openapi)) root.openapi = `3.${minor ?? 1}.0`;
  return minor === 2;
}

function parseMinorVersion(openapi: JsonObject[string]): number | undefined {
  const version = typeof openapi === "number" || typeof openapi === "string" ? String(openapi) : "";
  // YAML reads 3.0 as the number 3.
  const minor = openapi === 3 ? "0" : /^3\.([012])(?:\.\d.*)?$/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
