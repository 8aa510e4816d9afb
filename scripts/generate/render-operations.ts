import type { CodeBlockWriter, WriterFunction } from "ts-morph";
import type { Json, JsonObject } from "../document/json.js";
import { derived } from "./names.js";
import type { Operation } from "./operations.js";
import type { OffsetPagination } from "./pagination.js";
import { LOCATIONS, type Parameter } from "./parameters.js";
import { propertyName } from "./property-name.js";
import { unclosed } from "./tsdoc.js";

/**
 * The operations as values. Each is an export of its own, so that a bundle holds only those that it uses. An endpoint
 * has what a client needs at run time; an operation also has the document's prose.
 */
export function renderOperations(operations: readonly Operation[]): WriterFunction[] {
  // A module must export something.
  if (!operations.length) return [(writer) => writer.write("export {};")];
  return operations.flatMap((operation) => {
    const { name, method, path } = operation;
    const route = `\`${method.toUpperCase()} ${path}\``;
    return [
      constant(derived.path(name), path, `The path of ${route}.`),
      constant(derived.endpoint(name), describeEndpoint(operation), `What a client needs to call ${route}.`),
      constant(derived.descriptor(name), describe(operation), `What the document says about ${route}.`),
    ];
  });
}

/** An operation without prose. */
function describeEndpoint(operation: Operation): Json {
  const { name, method, path, parameters, pagination, item, nullTexts, download } = operation;
  const query = parameters.filter((each) => each.in === "query");
  return present({
    name,
    method: method.toUpperCase(),
    path,
    query: Object.fromEntries(query.map((each) => [each.name, constraintsOf(each, pagination)])),
    pagination: pagination && { ...pagination },
    item,
    nullTexts,
    download,
  });
}

/** What a value of a parameter must be. A page number, an offset and a page size are whole numbers. */
function constraintsOf(
  { name, type, format, required, enum: values, minimum, maximum }: Parameter,
  { page, offset, limit }: Pick<Partial<OffsetPagination>, "page" | "offset" | "limit"> = {},
): JsonObject {
  const isCount = [page, offset, limit].includes(name);
  return present({
    type: isCount ? "integer" : type,
    format,
    enum: values,
    minimum,
    maximum,
    required: required || undefined,
  });
}

function describe(operation: Operation): Json {
  const { method, path, operationId, summary, description, deprecated, body, security, pagination } =
    operation;
  const parameters = LOCATIONS.flatMap((location) => {
    const there = operation.parameters.filter((each) => each.in === location);
    return there.length ? [[location, Object.fromEntries(there.map(describeParameter))] as const] : [];
  });
  return present({
    method: method.toUpperCase(),
    path,
    operationId,
    summary,
    description,
    deprecated: deprecated || undefined,
    parameters: Object.fromEntries(parameters),
    body: body && { required: body.required, mediaTypes: body.media.map(({ mediaType }) => mediaType) },
    security,
    pagination: pagination && { ...pagination },
  });
}

function describeParameter(parameter: Parameter): [string, Json] {
  const { name, type, format, required, description, deprecated, minimum, maximum } = parameter;
  const facts = {
    type,
    format,
    required,
    enum: parameter.enum,
    default: parameter.default,
    minimum,
    maximum,
  };
  return [name, present({ ...facts, deprecated, description })];
}

/** Without the keys that have no value. */
function present(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function constant(name: string, value: Json, description: string): WriterFunction {
  return (writer) => {
    writer.writeLine(`/** ${unclosed(description)} */`).write(`export const ${name} = `);
    writeLiteral(writer, value);
    writer.write(" as const;");
  };
}

/** A value as the source text of a literal. */
function writeLiteral(writer: CodeBlockWriter, value: Json | undefined): void {
  if (Array.isArray(value)) {
    writer.write("[");
    value.forEach((each, index) => {
      writer.conditionalWrite(index > 0, ", ");
      writeLiteral(writer, each);
    });
    writer.write("]");
  } else if (typeof value === "object" && value !== null) {
    if (Object.keys(value).length === 0) writer.write("{}");
    else
      writer.inlineBlock(() => {
        for (const [key, each] of Object.entries(value)) {
          writer.write(`${propertyName(key)}: `);
          writeLiteral(writer, each);
          writer.write(",").newLine();
        }
      });
  } else writer.write(JSON.stringify(value));
}
