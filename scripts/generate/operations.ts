import type { SpecDocument } from "../document/document.js";
import { isObject, type Json, type JsonObject, omitKeys, type Pointer } from "../document/json.js";
import { isJsonMediaType } from "../document/media-types.js";
import { type Method, METHODS } from "../document/methods.js";
import { Reader, toText } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";
import { UNRESOLVED_KEY } from "../document/references.js";
import type { Problem } from "../problem.js";
import { type Body, readBody } from "./bodies.js";
import { findUnsupportedPart } from "./unsupported-part.js";
import { isMarkedLeftOut, markLeftOut } from "./left-out-operations.js";
import { NameSpace } from "./names.js";
import { readPagination } from "./pagination/read-pagination.js";
import type { Pagination, ReadableOperation } from "./pagination/types.js";
import { readOperationServer } from "./operation-server.js";
import { type Parameter, readParameters } from "./parameters.js";
import { addPathParameters } from "./path-parameters.js";
import { readResponses, type Responses } from "./responses.js";
import { readResult, type Result } from "./result.js";
import { readSecurity, type UnknownSchemes } from "./security.js";
import { findUnresolved } from "./unresolved.js";
import { compareCodeUnits } from "../compare-code-units.js";

/** An operation for the renderers. */
export interface Operation extends Result {
  /** The unique name of its function. */
  name: string;
  operationId?: string;
  method: Method;
  path: string;
  summary?: string;
  description?: string;
  deprecated: boolean;
  parameters: Parameter[];
  body?: Body;
  /** The URL of the operation's own server. A relative one is resolved against the base URL of the client. */
  baseUrl?: string;
  responses: Responses;
  /** The alternatives, each a list of required schemes. */
  security: string[][];
  pagination?: Pagination;
}

/** The operations of a document that can be generated, and the problems of the others. */
export interface ReadOperations {
  operations: Operation[];
  /** A problem for each left-out operation. */
  leftOut: Problem[];
  /** The warnings: parts of the document that the generated code does not follow exactly. */
  warnings: Problem[];
  /** The document with its left-out operations marked, and with missing declarations added. */
  root: JsonObject;
}

/** An operation without the name of its function, and its value in the document. */
interface Draft {
  operation: Omit<Operation, "name">;
  value: JsonObject;
}

/** The position of an operation in the document. */
interface Location {
  path: string;
  method: Method;
  pathItem: DocumentNode;
}

/**
 * Reads the operations of a document. One that cannot be generated is left out with its first problem, and does not
 * affect the others.
 */
export function readOperations(document: SpecDocument): ReadOperations {
  const { root } = document;
  const unknownSchemes: UnknownSchemes = new Set();
  const drafts: Draft[] = [];
  const leftOut: Problem[] = [];
  const warnings: Problem[] = [];
  const paths: JsonObject = {};
  for (const [path, item] of Object.entries(isObject(root.paths) ? root.paths : {})) {
    if (path.startsWith("x-")) continue;
    const { pathItem, problems } = followPathItem(document, path, item);
    leftOut.push(...problems.map((problem) => describeLeftOut(path, [problem])));
    if (!pathItem) continue;
    if (!path.startsWith("/")) warnings.push(describeMissingSlash(document, path));
    leftOut.push(...findMethodsInCapitals(document, path, pathItem));
    const keptItem: JsonObject = { ...pathItem.value };
    for (const method of METHODS.filter(
      (candidate) => keptItem[candidate] !== undefined && !isMarkedLeftOut(keptItem[candidate]),
    )) {
      const reader = new Reader(document);
      const draft = readOperation(reader, document, { path, method, pathItem }, unknownSchemes);
      if (!draft || reader.problems.length) {
        markLeftOut(keptItem, method);
        leftOut.push(describeLeftOut(`${method.toUpperCase()} ${path}`, reader.problems));
        continue;
      }
      warnings.push(...reader.warnings);
      drafts.push(draft);
      keptItem[method] = draft.value;
    }
    paths[path] = METHODS.every((method) => keptItem[method] === pathItem.value[method]) ? item : keptItem;
  }
  return {
    operations: nameOperations(document, drafts, warnings),
    leftOut,
    warnings,
    root: isObject(root.paths) ? { ...root, paths } : root,
  };
}

/** Follows the reference of a path item, and reports one that is not resolved. */
function followPathItem(
  document: SpecDocument,
  path: string,
  item: Json | undefined,
): { pathItem: DocumentNode | undefined; problems: readonly Problem[] } {
  const reader = new Reader(document);
  const pathItem = reader.follow(["paths", path], item);
  const unresolved = pathItem?.value[UNRESOLVED_KEY];
  if (pathItem && typeof unresolved === "string") reader.report(pathItem.pointer, unresolved);
  return { pathItem, problems: reader.problems };
}

/** Returns a problem for each operation whose method is not in lower case. */
function findMethodsInCapitals(
  document: SpecDocument,
  path: string,
  { value, pointer }: DocumentNode,
): Problem[] {
  return Object.keys(value).flatMap((key) => {
    const method = METHODS.find((candidate) => candidate === key.toLowerCase());
    if (method === undefined || method === key) return [];
    const problem = document.createProblem([...pointer, key], `the method must be in lower case: ${method}`);
    return describeLeftOut(`${method.toUpperCase()} ${path}`, [problem]);
  });
}

function describeMissingSlash(document: SpecDocument, path: string): Problem {
  const message = `the path ${path} does not begin with a slash: /${path} is requested`;
  return { ...document.createProblem(["paths", path], message), rule: "path-slash" };
}

/** Describes the first problem of a left-out operation. */
function describeLeftOut(subject: string, [first, ...others]: readonly Problem[]): Problem {
  if (!first) throw new Error(`${subject} is left out without a reason`);
  const more = others.length ? ` (and ${others.length} more)` : "";
  return { ...first, rule: "operation-left-out", message: `${subject} is left out: ${first.message}${more}` };
}

function readOperation(
  reader: Reader,
  document: SpecDocument,
  location: Location,
  unknownSchemes: UnknownSchemes,
): Draft | undefined {
  const { root, hasUnresolved } = document;
  const { path, method, pathItem } = location;
  const pointer = [...pathItem.pointer, method];
  const writtenOperation = pathItem.value[method];
  if (!isObject(writtenOperation)) {
    reader.report(pointer, "an operation must be an object");
    return undefined;
  }
  const parts = [writtenOperation, pathItem.value.parameters ?? null];
  const unresolved = hasUnresolved ? findUnresolved(root, parts) : undefined;
  if (unresolved !== undefined) {
    reader.report(pointer, unresolved);
    return undefined;
  }
  if (method === "trace") reader.report(pointer, "TRACE is not supported: fetch refuses to send it");
  const value = addPathParameters(
    reader,
    { path, pathItem, pointer },
    removeForbiddenBody(reader, pointer, method, writtenOperation),
  );
  const security =
    value.security === undefined
      ? readSecurity(reader, root, ["security"], root.security, unknownSchemes)
      : readSecurity(reader, root, [...pointer, "security"], value.security, unknownSchemes);
  return { value, operation: { ...readParts(reader, document, location, value), security } };
}

/** Reads the parts of an operation besides its security. */
function readParts(
  reader: Reader,
  document: SpecDocument,
  { path, method, pathItem }: Location,
  value: JsonObject,
): Omit<Operation, "name" | "security"> {
  const pointer = [...pathItem.pointer, method];
  const parameters = readParameters(reader, [
    { list: pathItem.value.parameters, pointer: [...pathItem.pointer, "parameters"] },
    { list: value.parameters, pointer: [...pointer, "parameters"] },
  ]);
  const responses = readResponses(reader, [...pointer, "responses"], value.responses);
  const baseUrl = readOperationServer(reader, document, { pathItem, pointer, operation: value });
  const body = readBody(reader, [...pointer, "requestBody"], value.requestBody);
  const unsupported = findUnsupportedPart({ path, baseUrl, parameters });
  const readable = { value, pointer, parameters, schemas: responses.schemas, unsupported };
  const pagination = readPaginationOrWarn(reader, readable);
  const operationId = toText(value.operationId);
  const summary = toText(value.summary);
  const description = toText(value.description);
  return {
    ...(operationId && { operationId }),
    method,
    path,
    ...(summary && { summary }),
    ...(description && { description }),
    deprecated: value.deprecated === true,
    parameters,
    ...(body && { body }),
    responses,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(pagination && { pagination }),
    ...readResultOrWarn(reader, readable, pagination),
  };
}

/** Reads the pagination of an operation. Problems are warnings, because the operation can be generated without it. */
function readPaginationOrWarn(reader: Reader, operation: ReadableOperation): Pagination | undefined {
  const fork = reader.fork();
  const pagination = readPagination(fork, operation);
  reader.addWarnings("pagination-ignored", fork.problems);
  for (const warning of fork.warnings) reader.addWarnings(warning.rule ?? "", [warning]);
  return fork.problems.length ? undefined : pagination;
}

/** Reads the paths of the result. Problems are warnings, because the operation can be generated without them. */
function readResultOrWarn(
  reader: Reader,
  operation: ReadableOperation,
  pagination: Pagination | undefined,
): Result {
  const fork = reader.fork();
  const result = readResult(fork, operation, pagination);
  reader.addWarnings("result-ignored", fork.problems);
  return fork.problems.length ? {} : result;
}

/**
 * Removes a body that fetch does not support if it is optional, or if its schema is not described. With a required one,
 * the operation is left out.
 */
function removeForbiddenBody(
  reader: Reader,
  pointer: Pointer,
  method: Method,
  operation: JsonObject,
): JsonObject {
  if ((method !== "get" && method !== "head") || operation.requestBody === undefined) return operation;
  const bodyPointer = [...pointer, "requestBody"];
  const name = method.toUpperCase();
  const bodyNode = reader.follow(bodyPointer, operation.requestBody);
  const media = Object.entries(isObject(bodyNode?.value.content) ? bodyNode.value.content : {});
  // Some generators of documents write an empty description of JSON for each operation.
  const isDescribed = !media.every(
    ([type, mediaType]) => isJsonMediaType(type) && isObject(mediaType) && mediaType.schema === undefined,
  );
  if (bodyNode?.value.required === true && isDescribed)
    reader.report(bodyPointer, `a ${name} with a required body is not supported: fetch refuses to send it`);
  else {
    const kind = bodyNode?.value.required === true ? "undescribed" : "optional";
    reader.warn(
      "body-left-out",
      bodyPointer,
      `the ${kind} body of a ${name} is left out: fetch refuses to send it`,
    );
  }
  return omitKeys(operation, "requestBody");
}

/**
 * Sorts the operations by path, and names their functions. They are already sorted by method. The names then do not
 * depend on the order of the document.
 */
function nameOperations(document: SpecDocument, drafts: readonly Draft[], warnings: Problem[]): Operation[] {
  const names = new NameSpace();
  const ids = new Set<string>();
  return drafts
    .map(({ operation }) => operation)
    .sort((a, b) => compareCodeUnits(a.path, b.path))
    .map((operation) => {
      const { operationId, method, path } = operation;
      const name = names.nameOperation(operationId ?? `${method} ${path}`);
      if (operationId !== undefined && ids.has(operationId))
        warnings.push({
          ...document.createProblem(
            ["paths", path, method, "operationId"],
            `operationId ${operationId} is used by another operation too: the function is named ${name}`,
          ),
          rule: "operation-id-unique",
        });
      if (operationId !== undefined) ids.add(operationId);
      return { name, ...operation };
    });
}
