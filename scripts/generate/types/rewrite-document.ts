import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { METHODS } from "../../document/methods.js";
import { formatPointer, getReference, parseReference } from "../../document/references.js";
import { resolveObject } from "../../document/resolve-object.js";
import { resolvePathItem } from "../left-out-operations.js";
import { isIgnoredParameter } from "../parameters.js";
import { renderDescription } from "../tsdoc.js";
import type { Direction } from "./directions.js";

/** Rewrites a schema at its use in a parameter, a body or a header. */
type SchemaRewriter = (schema: Json | undefined, direction: Direction) => JsonObject;

/** The kinds of components that types refer to by name, and the direction of each. */
const COMPONENTS = { requestBodies: "request", responses: "response" } as const;
type Kind = keyof typeof COMPONENTS;

/**
 * Rewrites a document for openapi-typescript: its schemas, and the comment of each object as its description.
 * References are replaced by their targets. Request bodies and responses remain references by name.
 *
 * @param root - The document.
 * @param rewriteSchema - Rewrites a schema at its use.
 * @returns The rewritten document. The original one is not changed.
 */
export function rewriteDocument(root: JsonObject, rewriteSchema: SchemaRewriter): JsonObject {
  const rewriter = new DocumentRewriter(root, rewriteSchema);
  const components = isObject(root.components) ? root.components : {};
  return {
    openapi: root.openapi,
    info: root.info,
    paths: mapValues(resolveObject(root, root.paths), (item, path) =>
      path.startsWith("x-") ? undefined : rewriter.rewritePathItem(item, "request"),
    ),
    // The API sends their requests.
    webhooks: mapValues(resolveObject(root, root.webhooks), (item) =>
      rewriter.rewritePathItem(item, "response"),
    ),
    components: Object.fromEntries(
      Object.entries(COMPONENTS).map(([kind, direction]) => [
        kind,
        mapValues(resolveObject(root, components[kind]), (component) =>
          rewriter.rewriteDefinition(kind as Kind, component, direction),
        ),
      ]),
    ),
  };
}

class DocumentRewriter {
  readonly #root: JsonObject;
  readonly #rewriteSchema: SchemaRewriter;
  readonly #operationIds = new Set<string>();

  constructor(root: JsonObject, rewriteSchema: SchemaRewriter) {
    this.#root = root;
    this.#rewriteSchema = rewriteSchema;
  }

  rewritePathItem(item: Json | undefined, direction: Direction): JsonObject {
    const pathItem = resolvePathItem(this.#root, item);
    return Object.fromEntries(
      METHODS.flatMap((method) =>
        isObject(pathItem[method])
          ? [[method, this.#rewriteOperation(pathItem[method], direction, pathItem)]]
          : [],
      ),
    );
  }

  rewriteComponent(kind: Kind, value: Json | undefined, direction: Direction): JsonObject {
    const parts = parseReference(getReference(value) ?? "") ?? [];
    return isNamedComponent(kind, parts)
      ? { $ref: `#${formatPointer(parts)}` }
      : this.rewriteDefinition(kind, value, direction);
  }

  /** Rewrites a component itself. A reference to another is replaced, because openapi-typescript ignores it. */
  rewriteDefinition(kind: Kind, value: Json | undefined, direction: Direction): JsonObject {
    const target = resolveObject(this.#root, value);
    return kind === "responses"
      ? this.#rewriteResponse(target, direction)
      : this.#rewriteRequestBody(target, direction);
  }

  #rewriteOperation(operation: JsonObject, direction: Direction, pathItem: JsonObject): JsonObject {
    const oppositeDirection = direction === "request" ? "response" : "request";
    const { operationId, requestBody, responses } = operation;
    // Two paths may share one path item.
    const isFirst = typeof operationId === "string" && !this.#operationIds.has(operationId);
    if (isFirst) this.#operationIds.add(operationId);
    return {
      ...createDescription(operation),
      ...(isFirst && { operationId }),
      parameters: this.#rewriteParameters([pathItem, operation], direction),
      ...(requestBody !== undefined && {
        requestBody: this.rewriteComponent("requestBodies", requestBody, direction),
      }),
      responses: mapValues(resolveObject(this.#root, responses), (response, status) =>
        status.startsWith("x-") ? undefined : this.rewriteComponent("responses", response, oppositeDirection),
      ),
    };
  }

  /** Merges the parameters of an operation and its path. */
  #rewriteParameters(holders: readonly JsonObject[], direction: Direction): JsonObject[] {
    const byKey = new Map<string, JsonObject>();
    for (const { parameters } of holders)
      for (const written of Array.isArray(parameters) ? parameters : []) {
        const parameter = resolveObject(this.#root, written);
        if (!isIgnoredParameter(parameter))
          byKey.set(JSON.stringify([parameter.in, parameter.name]), parameter);
      }
    return [...byKey.values()].map((parameter) => this.#rewriteParameter(parameter, direction));
  }

  #rewriteRequestBody(body: JsonObject, direction: Direction): JsonObject {
    const required = body.required === true ? { required: true } : {};
    return { ...createDescription(body), ...required, content: this.#rewriteContent(body, direction) };
  }

  #rewriteParameter(parameter: JsonObject, direction: Direction): JsonObject {
    const { name, required, schema, content } = parameter;
    const [media] = Object.values(resolveObject(this.#root, content));
    const usedSchema = schema ?? (isObject(media) ? media.schema : undefined);
    return {
      ...createDescription({ ...resolveObject(this.#root, schema), ...parameter }),
      name,
      in: parameter.in,
      ...(required === true && { required }),
      schema: usedSchema === undefined ? {} : this.#rewriteSchema(usedSchema, direction),
    };
  }

  #rewriteHeader(header: JsonObject, direction: Direction): JsonObject {
    const { required, schema } = header;
    return {
      ...createDescription({ ...resolveObject(this.#root, schema), ...header }),
      ...(required === true && { required }),
      ...(schema === undefined
        ? { content: this.#rewriteContent(header, direction) }
        : { schema: this.#rewriteSchema(schema, direction) }),
    };
  }

  #rewriteResponse(response: JsonObject, direction: Direction): JsonObject {
    return {
      ...createDescription(response),
      headers: mapValues(resolveObject(this.#root, response.headers), (header) =>
        this.#rewriteHeader(resolveObject(this.#root, header), direction),
      ),
      content: this.#rewriteContent(response, direction),
    };
  }

  #rewriteContent({ content }: JsonObject, direction: Direction): JsonObject {
    return mapValues(resolveObject(this.#root, content), (media) => {
      const { schema } = resolveObject(this.#root, media);
      return schema === undefined ? {} : { schema: this.#rewriteSchema(schema, direction) };
    });
  }
}

/** Returns the comment of an object in the form that openapi-typescript renders. */
function createDescription(object: JsonObject): JsonObject {
  const description = renderDescription(object);
  return description === undefined ? {} : { description };
}

/** Returns whether a pointer leads to a component by its name. */
function isNamedComponent(kind: Kind, [components, name, ...innerKeys]: readonly string[]): boolean {
  return components === "components" && name === kind && innerKeys.length === 1;
}

function mapValues(
  values: JsonObject,
  map: (value: Json | undefined, key: string) => JsonObject | undefined,
): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const mapped = map(value, key);
      return mapped === undefined ? [] : [[key, mapped] as const];
    }),
  );
}
