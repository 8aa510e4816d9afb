import { isObject, type Json, type JsonObject, memberOf } from "../../document/json.js";
import { compareAnnotations } from "./annotations.js";
import { compareBodies, compareContent, compareResponses } from "./content.js";
import { type Comparer, type Context, contextOf, addFinding } from "./context.js";
import { type Direction, type Effect, Part } from "./finding.js";
import { formatValue } from "./format-values.js";
import { matchOperations, type OperationPair, type OwnedOperation } from "./match-operations.js";
import { compareParameters, contentOf, type OwnedParameter, parametersOf } from "./parameters.js";
import { compareSecurity, type SchemeNames } from "./security.js";
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
    return [
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
    const named = (operation: OwnedOperation): OwnedOperation => ({
      ...operation,
      name: [owner, `${kind} ${operation.name}`].filter(Boolean).join(", "),
    });
    return [
      ...pairs.map(({ base: before, revision: after }) =>
        this.#compareOperation({ base: named(before), revision: named(after) }, INCOMING),
      ),
      ...removed.map((each) =>
        this.#createPart(named(each), "call-removed", "changes", `The ${kind} was removed.`),
      ),
      ...added.map((each) => this.#createPart(named(each), "call-added", "adds", `The ${kind} was added.`)),
    ];
  }

  #createPart(operation: OwnedOperation, rule: string, effect: Effect, what: string): Part {
    const part = new Part(operation.name, "sent");
    const site = operation.side.site(operation.pointer);
    const isAnnounced = effect === "changes" && isPastSunset(operation.operation, this.#comparer.pair.today);
    addFinding(contextOf(part, site, site), rule, effect, what, { ...(isAnnounced && { isAnnounced }) });
    return part;
  }

  #compareOperation({ base, revision }: OperationPair, directions: Directions): Part {
    const part = new Part(revision.name, directions.request);
    const context = contextOf(part, base.side.site(base.pointer), revision.side.site(revision.pointer));
    this.#compareNames(base, revision, context);
    compareAnnotations(this.#comparer, base.operation, revision.operation, context);
    this.#compareParameters(part, base, revision, directions.request);
    this.#compareBody(part, base, revision, directions.request);
    this.#compareResponses(part, base, revision, directions.response);
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
    this.#compareCallbacks(part, base, revision);
    return part;
  }

  #compareNames(base: OwnedOperation, revision: OwnedOperation, context: Context): void {
    const [was, is] = [base.operation.operationId, revision.operation.operationId];
    if (was !== is)
      if (was === undefined)
        addFinding(context, "operation-named", "adds", `\`operationId\` was set to ${formatValue(is)}.`);
      else
        addFinding(
          context,
          "operation-renamed",
          "changes",
          `\`operationId\` changed from ${formatValue(was)} to ${formatValue(is)}.`,
        );
    if (base.method !== revision.method || base.shape !== revision.shape)
      addFinding(
        context,
        "operation-moved",
        "changes",
        `It moved from \`${base.method.toUpperCase()} ${base.path}\` to \`${revision.method.toUpperCase()} ${revision.path}\`.`,
      );
  }

  #compareParameters(
    owner: Part,
    base: OwnedOperation,
    revision: OwnedOperation,
    direction: Direction,
  ): void {
    const { pair } = this.#comparer;
    const before = parametersOf(pair.base, base.path, base.item, base.operation);
    const after = parametersOf(pair.revision, revision.path, revision.item, revision.operation);
    const renamed = findRename(this.#comparer, before, after);
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(key), after.get(key)];
      if (renamed?.includes(key)) {
        if (was) this.#addParameterFinding(owner, was, after.get(renamed[1]), direction, "renamed");
      } else if (was && is) this.#compareParameter(owner, was, is, direction);
      else this.#addParameterFinding(owner, was, is, direction);
    }
  }

  #compareParameter(owner: Part, was: OwnedParameter, is: OwnedParameter, direction: Direction): void {
    const subject = subjectOf(is);
    this.#shared.compare(
      owner,
      subject,
      direction,
      { base: was.written, revision: is.written },
      (context) => {
        const isRenamed = was.name !== is.name && is.location === "path";
        if (isRenamed)
          addFinding(
            context,
            "path-parameter-renamed",
            "changes",
            `It was renamed from \`${was.name}\` to \`${is.name}\`.`,
            { keyword: "name", values: [was.name, is.name] },
          );
        compareParameters(this.#comparer, was.parameter, is.parameter, is.location, context);
      },
    );
  }

  #addParameterFinding(
    owner: Part,
    was: OwnedParameter | undefined,
    is: OwnedParameter | undefined,
    direction: Direction,
    renamed?: "renamed",
  ): void {
    const one = was ?? is;
    if (!one) return;
    const { today } = this.#comparer.pair;
    this.#shared.compare(
      owner,
      subjectOf(one),
      direction,
      { base: was?.written, revision: is?.written },
      (context) => {
        if (was && is && renamed)
          addFinding(
            context,
            "renamed",
            "changes",
            `It was removed, and \`${is.name}\` with the same schema was added. Was it renamed?`,
          );
        else if (was) {
          const isAnnounced = isPastSunset(was.parameter, today);
          addFinding(context, "removed", "changes", "The parameter was removed.", {
            site: context.base,
            ...(isAnnounced && { isAnnounced }),
          });
        } else if (is?.parameter.required === true || is?.location === "path")
          addFinding(context, "required-added", "changes", "The parameter was added, and is required.");
        else addFinding(context, "added", "adds", "The parameter was added.");
      },
    );
  }

  #compareBody(owner: Part, base: OwnedOperation, revision: OwnedOperation, direction: Direction): void {
    const [written, next] = [base.operation.requestBody, revision.operation.requestBody];
    if (written === undefined && next === undefined) return;
    const { pair } = this.#comparer;
    this.#shared.compare(owner, "request body", direction, { base: written, revision: next }, (context) => {
      const [was, is] = [pair.base.resolve(written), pair.revision.resolve(next)];
      if (was && is) compareBodies(this.#comparer, was, is, context);
      else if (was)
        addFinding(context, "body-removed", "changes", "The body was removed.", { site: context.base });
      else if (is?.required === true)
        addFinding(context, "required-added", "changes", "A body was added, and is required.");
      else addFinding(context, "added", "adds", "A body was added.");
    });
  }

  #compareResponses(owner: Part, base: OwnedOperation, revision: OwnedOperation, direction: Direction): void {
    const { pair } = this.#comparer;
    const [before, after] = [responsesOf(base), responsesOf(revision)];
    for (const status of new Set([...before.keys(), ...after.keys()])) {
      const [written, next] = [before.get(status), after.get(status)];
      this.#shared.compare(
        owner,
        `response ${status}`,
        direction,
        { base: written, revision: next },
        (context) => {
          const [was, is] = [pair.base.resolve(written), pair.revision.resolve(next)];
          if (was && is) compareResponses(this.#comparer, was, is, context);
          else if (was)
            addFinding(context, "response-removed", "changes", "The response was removed.", {
              site: context.base,
            });
          else {
            addFinding(context, "response-added", "adds", "The response was added.");
            const general = pair.base.resolve(before.get(rangeOf(status)) ?? before.get("default"));
            if (general?.content !== undefined && is?.content !== undefined)
              compareContent(this.#comparer, general.content, is.content, {
                ...context,
                base: pair.base.site(pair.base.pointerOf(general) ?? []),
              });
          }
        },
      );
    }
  }

  #compareCallbacks(owner: Part, base: OwnedOperation, revision: OwnedOperation): void {
    const { pair } = this.#comparer;
    const [before, after] = [callbacksOf(base), callbacksOf(revision)];
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const parts = this.compareCalls(
        "callback",
        pair.base.resolve(memberOf(before, name)),
        pair.revision.resolve(memberOf(after, name)),
        owner.subject,
      );
      for (const part of parts) owner.children.add(part);
    }
  }
}

const subjectOf = ({ location, name }: OwnedParameter): string => `${location} parameter ${name}`;

function responsesOf({ operation: { responses } }: OwnedOperation): Map<string, Json | undefined> {
  const entries = Object.entries(isObject(responses) ? responses : {});
  return new Map(
    entries
      .filter(([status]) => !status.startsWith("x-"))
      .map(([status, response]) => [status === "default" ? status : status.toUpperCase(), response]),
  );
}

/** Returns the range of a status: `4XX` for 404. */
const rangeOf = (status: string): string => `${status.slice(0, 1)}XX`;

function callbacksOf({ operation: { callbacks } }: OwnedOperation): JsonObject {
  return isObject(callbacks) ? callbacks : {};
}

/** Returns the keys of a parameter that was renamed. Undefined unless exactly one could be. */
function findRename(
  { pair }: Comparer,
  before: ReadonlyMap<string, OwnedParameter>,
  after: ReadonlyMap<string, OwnedParameter>,
): readonly [string, string] | undefined {
  if (pair.unrelated) return undefined;
  const [removed, ...moreRemoved] = [...before].filter(([key]) => !after.has(key));
  const [added, ...moreAdded] = [...after].filter(([key]) => !before.has(key));
  if (
    !removed ||
    !added ||
    moreRemoved.length ||
    moreAdded.length ||
    isPastSunset(removed[1].parameter, pair.today)
  )
    return undefined;
  return contentOf(pair.base, removed[1]) === contentOf(pair.revision, added[1])
    ? [removed[0], added[0]]
    : undefined;
}
