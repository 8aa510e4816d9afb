import type { Declaration, TypeAlias } from "./declarations.js";
import { localNames } from "./names.js";

/** Types that select a body of an operation. */
const BODY_TYPES: readonly TypeAlias[] = [
  {
    kind: "type",
    name: "RequestBody",
    doc: "The request body of an operation for a media type.",
    typeParameters: [
      {
        name: "Operation",
        constraint: "{ requestBody?: { content: Record<MediaType, unknown> } }",
      },
      { name: "MediaType", constraint: "string" },
    ],
    type: 'NonNullable<Operation["requestBody"]>["content"][MediaType]',
  },
  {
    kind: "type",
    name: "ResponseBody",
    doc: "The response body of an operation for a status and a media type.",
    typeParameters: [
      {
        name: "Operation",
        constraint: "{ responses: Record<Status, { content: Record<MediaType, unknown> }> }",
      },
      { name: "Status", constraint: "number | string" },
      { name: "MediaType", constraint: "string" },
    ],
    type: 'Operation["responses"][Status]["content"][MediaType]',
  },
];

/** Returns the types that select a body, if the declarations use them. */
export function selectBodyTypes(declarations: readonly Declaration[]): TypeAlias[] {
  return BODY_TYPES.filter(({ name }) =>
    declarations.some((declaration) => declaration.kind === "type" && declaration.type.includes(`${name}<`)),
  );
}

/**
 * Renders the type of an operation's request body.
 *
 * @param operation - The name of the operation.
 * @param mediaType - The media type of the body.
 * @returns The source text of the type.
 */
export function renderRequestBody(operation: string, mediaType: string): string {
  return `RequestBody<${localNames.type(operation)}, ${JSON.stringify(mediaType)}>`;
}

/**
 * Renders the type of an operation's response bodies for some statuses.
 *
 * @param operation - The name of the operation.
 * @param statuses - The statuses.
 * @param mediaType - The media type of the bodies.
 * @returns The source text of the type.
 */
export function renderResponseBody(
  operation: string,
  statuses: readonly string[],
  mediaType: string,
): string {
  const keys = statuses.map((status) => (/^\d+$/.test(status) ? status : JSON.stringify(status)));
  return `ResponseBody<${localNames.type(operation)}, ${keys.join(" | ")}, ${JSON.stringify(mediaType)}>`;
}
