import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { compareBodies, compareContent, compareResponses } from "./content.js";
import { addFinding, type Comparer, type Context } from "./context.js";
import type { LocatedOperation, OperationPair } from "./match-operations.js";
import type { OperationContext } from "./shared-parts.js";

/**
 * Compares the request bodies of an operation.
 *
 * @param context - The compared operation.
 * @param pair - The operation in both documents.
 */
export function compareRequestBodies(
  { comparer, shared, owner, direction }: OperationContext,
  { base, revision }: OperationPair,
): void {
  const [writtenBefore, writtenAfter] = [base.operation.requestBody, revision.operation.requestBody];
  if (writtenBefore === undefined && writtenAfter === undefined) return;
  const { pair } = comparer;
  shared.compare(
    owner,
    "request body",
    direction,
    { base: writtenBefore, revision: writtenAfter },
    (context) => {
      const [bodyBefore, bodyAfter] = [pair.base.resolve(writtenBefore), pair.revision.resolve(writtenAfter)];
      if (bodyBefore && bodyAfter) compareBodies(comparer, bodyBefore, bodyAfter, context);
      else if (bodyBefore)
        addFinding(context, "body-removed", "changes", "The body was removed.", { site: context.base });
      else if (bodyAfter?.required === true)
        addFinding(context, "required-added", "changes", "A body was added, and is required.");
      else addFinding(context, "added", "adds", "A body was added.");
    },
  );
}

/**
 * Compares the responses of an operation by status.
 *
 * @param context - The compared operation.
 * @param pair - The operation in both documents.
 */
export function compareOperationResponses(
  { comparer, shared, owner, direction }: OperationContext,
  { base, revision }: OperationPair,
): void {
  const { pair } = comparer;
  const [before, after] = [getResponses(base), getResponses(revision)];
  for (const status of new Set([...before.keys(), ...after.keys()])) {
    const [writtenBefore, writtenAfter] = [before.get(status), after.get(status)];
    shared.compare(
      owner,
      `response ${status}`,
      direction,
      { base: writtenBefore, revision: writtenAfter },
      (context) => {
        const [responseBefore, responseAfter] = [
          pair.base.resolve(writtenBefore),
          pair.revision.resolve(writtenAfter),
        ];
        if (responseBefore && responseAfter)
          compareResponses(comparer, responseBefore, responseAfter, context);
        else if (responseBefore)
          addFinding(context, "response-removed", "changes", "The response was removed.", {
            site: context.base,
          });
        else if (responseAfter) addResponseFindings(comparer, [status, responseAfter], before, context);
      },
    );
  }
}

/**
 * Adds the findings of an added response. Before, a response with its status had the body of its range, or else that of
 * the default response. The default response is an error if the operation has a successful one.
 */
function addResponseFindings(
  comparer: Comparer,
  [status, response]: readonly [string, JsonObject],
  responsesBefore: ReadonlyMap<string, Json | undefined>,
  context: Context,
): void {
  addFinding(context, "response-added", "adds", "The response was added.");
  const { base } = comparer.pair;
  const isSuccess = (each: string): boolean => each.startsWith("2");
  const isDefaultOther = isSuccess(status) && [...responsesBefore.keys()].some(isSuccess);
  const generalResponse = base.resolve(
    responsesBefore.get(toRange(status)) ?? (isDefaultOther ? undefined : responsesBefore.get("default")),
  );
  if (generalResponse?.content !== undefined && response.content !== undefined)
    compareContent(comparer, generalResponse.content, response.content, {
      ...context,
      base: base.createSite(base.getPointer(generalResponse) ?? []),
    });
}

function getResponses({ operation: { responses } }: LocatedOperation): Map<string, Json | undefined> {
  const entries = Object.entries(isObject(responses) ? responses : {});
  return new Map(
    entries
      .filter(([status]) => !status.startsWith("x-"))
      .map(([status, response]) => [status === "default" ? status : status.toUpperCase(), response]),
  );
}

/** Returns the range of a status: `4XX` for 404. */
const toRange = (status: string): string => `${status.slice(0, 1)}XX`;
