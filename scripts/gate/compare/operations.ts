import { getMember, isObject, type Json, type JsonObject } from "../../document/json.js";
import { compareAnnotations } from "./annotations.js";
import { addFinding, type Context, createRootContext } from "./context.js";
import { type Direction, type Effect, Part, type Site } from "./finding.js";
import { formatValue } from "./format-values.js";
import { type LocatedOperation, matchOperations, type OperationPair } from "./match-operations.js";
import { compareOperationResponses, compareRequestBodies } from "./operation-bodies.js";
import { compareOperationParameters } from "./operation-parameters.js";
import { compareCallSecurity, compareSecurity, type SchemeNames } from "./security.js";
import { compareServers } from "./servers.js";
import { SharedParts } from "./shared-parts.js";
import type { SchemaComparer } from "./schemas.js";
import { isPastSunset } from "./sunset.js";

/** The directions of requests and responses. The requests of a callback are received. */
interface Directions {
  request: Direction;
  response: Direction;
}
const OUTGOING: Directions = { request: "sent", response: "received" };
const INCOMING: Directions = { request: "received", response: "sent" };

/** Compares the operations of two documents. Each becomes a part. */
export class OperationComparer {
  readonly #comparer: SchemaComparer;
  readonly #schemes: SchemeNames;
  readonly #shared: SharedParts;

  constructor(comparer: SchemaComparer, schemes: SchemeNames) {
    this.#comparer = comparer;
    this.#schemes = schemes;
    this.#shared = new SharedParts(comparer.pair);
  }

  /** Compares the operations of `paths`. Added and removed operations become parts too. */
  comparePaths(base: Json | undefined, revision: Json | undefined): Part[] {
    const { pairs, removed, added } = matchOperations(this.#comparer.pair, base, revision);
    const pairsByPath = new Map(pairs.map((pair) => [pair.base.path, pair]));
    return [
      ...[...pairsByPath.values()].map((pair) => this.#comparePathItem(pair)),
      ...pairs.map((pair) => this.#compareOperation(pair, OUTGOING)),
      ...removed.map((operation) =>
        this.#createPart(operation, "operation-removed", "changes", "The operation was removed."),
      ),
      ...added.map((operation) =>
        this.#createPart(operation, "operation-added", "adds", "The operation was added."),
      ),
    ];
  }

  /** Compares callbacks or webhooks: the requests that the API sends. */
  compareCalls(
    kind: "callback" | "webhook",
    base: Json | undefined,
    revision: Json | undefined,
    owner: string,
  ): Part[] {
    const { pairs, removed, added } = matchOperations(this.#comparer.pair, base, revision);
    const addOwner = (operation: LocatedOperation): LocatedOperation => ({
      ...operation,
      name: [owner, `${kind} ${operation.name}`].filter(Boolean).join(", "),
    });
    return [
      ...pairs.map(({ base: before, revision: after }) =>
        this.#compareOperation({ base: addOwner(before), revision: addOwner(after) }, INCOMING),
      ),
      ...removed.map((operation) =>
        this.#createPart(addOwner(operation), "call-removed", "changes", `The ${kind} was removed.`),
      ),
      ...added.map((operation) =>
        this.#createPart(addOwner(operation), "call-added", "adds", `The ${kind} was added.`),
      ),
    ];
  }

  #createPart(operation: LocatedOperation, rule: string, effect: Effect, message: string): Part {
    const part = new Part(operation.name, "sent");
    const site = operation.side.createSite(operation.pointer);
    const isAnnounced = effect === "changes" && isPastSunset(operation.operation, this.#comparer.pair.today);
    addFinding(createRootContext(part, site, site), rule, effect, message, {
      ...(isAnnounced && { isAnnounced }),
    });
    return part;
  }

  /** Compares the descriptions of a path. */
  #comparePathItem({ base, revision }: OperationPair): Part {
    const part = new Part(revision.path, "sent");
    const [siteBefore, siteAfter] = [base, revision].map(({ side, item }) =>
      side.createSite(side.getPointer(item) ?? []),
    ) as [Site, Site];
    const context = createRootContext(part, siteBefore, siteAfter);
    compareAnnotations(this.#comparer, base.item, revision.item, context);
    return part;
  }

  #compareOperation(pair: OperationPair, directions: Directions): Part {
    const { base, revision } = pair;
    const part = new Part(revision.name, directions.request);
    const context = createRootContext(
      part,
      base.side.createSite(base.pointer),
      revision.side.createSite(revision.pointer),
    );
    this.#compareNames(base, revision, context);
    compareAnnotations(this.#comparer, base.operation, revision.operation, context);
    const operation = { comparer: this.#comparer, shared: this.#shared, owner: part };
    compareOperationParameters({ ...operation, direction: directions.request }, pair);
    compareRequestBodies({ ...operation, direction: directions.request }, pair);
    compareOperationResponses({ ...operation, direction: directions.response }, pair);
    if (base.servers !== undefined || revision.servers !== undefined)
      compareServers(
        base.servers ?? base.side.root.servers,
        revision.servers ?? revision.side.root.servers,
        context,
      );
    if (directions === OUTGOING)
      compareSecurity(
        base.operation.security ?? base.side.root.security,
        revision.operation.security ?? revision.side.root.security,
        this.#schemes,
        context,
      );
    else compareCallSecurity(base.operation.security, revision.operation.security, this.#schemes, context);
    this.#compareCallbacks(part, base, revision);
    return part;
  }

  #compareNames(base: LocatedOperation, revision: LocatedOperation, context: Context): void {
    const [idBefore, idAfter] = [base.operation.operationId, revision.operation.operationId];
    if (idBefore !== idAfter)
      if (idBefore === undefined)
        addFinding(context, "operation-named", "adds", `\`operationId\` was set to ${formatValue(idAfter)}.`);
      else
        addFinding(
          context,
          "operation-renamed",
          "changes",
          `\`operationId\` changed from ${formatValue(idBefore)} to ${formatValue(idAfter)}.`,
        );
    if (base.method !== revision.method || base.shape !== revision.shape)
      addFinding(
        context,
        "operation-moved",
        "changes",
        `It moved from \`${base.method.toUpperCase()} ${base.path}\` to \`${revision.method.toUpperCase()} ${revision.path}\`.`,
      );
  }

  #compareCallbacks(owner: Part, base: LocatedOperation, revision: LocatedOperation): void {
    const { pair } = this.#comparer;
    const [before, after] = [getCallbacks(base), getCallbacks(revision)];
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const parts = this.compareCalls(
        "callback",
        pair.base.resolve(getMember(before, name)),
        pair.revision.resolve(getMember(after, name)),
        owner.subject,
      );
      for (const part of parts) owner.children.add(part);
    }
  }
}

function getCallbacks({ operation: { callbacks } }: LocatedOperation): JsonObject {
  return isObject(callbacks) ? callbacks : {};
}
