import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { compareAnnotations } from "./annotations.js";
import { compareBodies, compareResponses } from "./content.js";
import { type Comparer, type Context, contextOf, isPastSunset, note } from "./context.js";
import { type Direction, type Effect, Part } from "./finding.js";
import { show } from "./keyword-changes.js";
import { matchOperations, type OperationPair, type OwnedOperation } from "./match-operations.js";
import { compareParameters, contentOf, type OwnedParameter, parametersOf } from "./parameters.js";
import { compareSecurity, type SchemeNames } from "./security.js";
import { compareServers } from "./servers.js";
import { SharedParts } from "./shared-parts.js";
import type { SchemaComparer } from "./schemas.js";

/** Which way requests and responses go: a callback's requests are received. */
interface Ways {
  request: Direction;
  response: Direction;
}
const CALLED: Ways = { request: "sent", response: "received" };
const CALLING: Ways = { request: "received", response: "sent" };

/** Compares the operations of two documents, each as a part of its own. */
export class OperationComparer {
  readonly #comparer: SchemaComparer;
  readonly #schemes: SchemeNames;
  readonly #shared: SharedParts;

  constructor(comparer: SchemaComparer, schemes: SchemeNames) {
    this.#comparer = comparer;
    this.#schemes = schemes;
    this.#shared = new SharedParts(comparer.pair);
  }

  /** The parts of all operations of `paths`, those of one document only among them. */
  comparePaths(base: Json | undefined, revision: Json | undefined): Part[] {
    const { pairs, gone, come } = matchOperations(this.#comparer.pair, base, revision);
    return [
      ...pairs.map((pair) => this.#compareOperation(pair, CALLED)),
      ...gone.map((operation) =>
        this.#only(operation, "operation-removed", "changes", "The operation was removed."),
      ),
      ...come.map((operation) =>
        this.#only(operation, "operation-added", "adds", "The operation was added."),
      ),
    ];
  }

  /** The parts of what the API calls. */
  compareCalls(
    kind: "callback" | "webhook",
    base: Json | undefined,
    revision: Json | undefined,
    owner: string,
  ): Part[] {
    const { pairs, gone, come } = matchOperations(this.#comparer.pair, base, revision);
    const named = (operation: OwnedOperation): OwnedOperation => ({
      ...operation,
      name: [owner, `${kind} ${operation.name}`].filter(Boolean).join(", "),
    });
    return [
      ...pairs.map(({ base: before, revision: after }) =>
        this.#compareOperation({ base: named(before), revision: named(after) }, CALLING),
      ),
      ...gone.map((each) => this.#only(named(each), "call-removed", "changes", `The ${kind} was removed.`)),
      ...come.map((each) => this.#only(named(each), "call-added", "adds", `The ${kind} was added.`)),
    ];
  }

  #only(operation: OwnedOperation, rule: string, effect: Effect, what: string): Part {
    const part = new Part(operation.name, "sent");
    const site = operation.side.site(operation.pointer);
    const announced = effect === "changes" && isPastSunset(operation.operation, this.#comparer.pair.today);
    note(contextOf(part, site, site), rule, effect, what, { ...(announced && { announced }) });
    return part;
  }

  #compareOperation({ base, revision }: OperationPair, ways: Ways): Part {
    const part = new Part(revision.name, ways.request);
    const context = contextOf(part, base.side.site(base.pointer), revision.side.site(revision.pointer));
    this.#compareNames(base, revision, context);
    compareAnnotations(this.#comparer, base.operation, revision.operation, context);
    this.#compareParameters(part, base, revision, ways.request);
    this.#compareBody(part, base, revision, ways.request);
    this.#compareResponses(part, base, revision, ways.response);
    if (base.servers !== undefined || revision.servers !== undefined)
      compareServers(
        base.servers ?? base.side.root.servers,
        revision.servers ?? revision.side.root.servers,
        context,
      );
    if (ways === CALLED)
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
        note(context, "operation-named", "adds", `\`operationId\` was set to ${show(is)}.`);
      else
        note(
          context,
          "operation-renamed",
          "changes",
          `\`operationId\` changed from ${show(was)} to ${show(is)}.`,
        );
    if (base.method !== revision.method || base.shape !== revision.shape)
      note(
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
        if (was) this.#noteParameter(owner, was, after.get(renamed[1]), direction, "renamed");
      } else if (was && is) this.#compareParameter(owner, was, is, direction);
      else this.#noteParameter(owner, was, is, direction);
    }
  }

  #compareParameter(owner: Part, was: OwnedParameter, is: OwnedParameter, direction: Direction): void {
    const subject = subjectOf(is);
    this.#shared.use(owner, subject, direction, { base: was.written, revision: is.written }, (context) => {
      const isRenamed = was.name !== is.name && is.location === "path";
      if (isRenamed)
        note(
          context,
          "path-parameter-renamed",
          "changes",
          `It was renamed from \`${was.name}\` to \`${is.name}\`.`,
          { keyword: "name", values: [was.name, is.name] },
        );
      compareParameters(this.#comparer, was.parameter, is.parameter, is.location, context);
    });
  }

  #noteParameter(
    owner: Part,
    was: OwnedParameter | undefined,
    is: OwnedParameter | undefined,
    direction: Direction,
    renamed?: "renamed",
  ): void {
    const one = was ?? is;
    if (!one) return;
    const { today } = this.#comparer.pair;
    this.#shared.use(
      owner,
      subjectOf(one),
      direction,
      { base: was?.written, revision: is?.written },
      (context) => {
        if (was && is && renamed)
          note(
            context,
            "renamed",
            "changes",
            `It was removed, and \`${is.name}\` with the same schema was added: renamed?`,
          );
        else if (was) {
          const announced = isPastSunset(was.parameter, today);
          note(context, "removed", "changes", "The parameter was removed.", {
            site: context.base,
            ...(announced && { announced }),
          });
        } else if (is?.parameter.required === true || is?.location === "path")
          note(context, "required-added", "changes", "The parameter was added, and is required.");
        else note(context, "added", "adds", "The parameter was added.");
      },
    );
  }

  #compareBody(owner: Part, base: OwnedOperation, revision: OwnedOperation, direction: Direction): void {
    const [written, next] = [base.operation.requestBody, revision.operation.requestBody];
    if (written === undefined && next === undefined) return;
    const { pair } = this.#comparer;
    this.#shared.use(owner, "request body", direction, { base: written, revision: next }, (context) => {
      const [was, is] = [pair.base.resolve(written), pair.revision.resolve(next)];
      if (was && is) compareBodies(this.#comparer, was, is, context);
      else if (was) note(context, "body-removed", "changes", "The body was removed.", { site: context.base });
      else if (is?.required === true)
        note(context, "required-added", "changes", "A body was added, and is required.");
      else note(context, "added", "adds", "A body was added.");
    });
  }

  #compareResponses(owner: Part, base: OwnedOperation, revision: OwnedOperation, direction: Direction): void {
    const { pair } = this.#comparer;
    const [before, after] = [responsesOf(base), responsesOf(revision)];
    for (const status of new Set([...before.keys(), ...after.keys()])) {
      const [written, next] = [before.get(status), after.get(status)];
      this.#shared.use(
        owner,
        `response ${status}`,
        direction,
        { base: written, revision: next },
        (context) => {
          const [was, is] = [pair.base.resolve(written), pair.revision.resolve(next)];
          if (was && is) compareResponses(this.#comparer, was, is, context);
          else if (was)
            note(context, "response-removed", "changes", "The response was removed.", { site: context.base });
          else note(context, "response-added", "adds", "The response was added.");
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
        pair.base.resolve(before[name]),
        pair.revision.resolve(after[name]),
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

function callbacksOf({ operation: { callbacks } }: OwnedOperation): JsonObject {
  return isObject(callbacks) ? callbacks : {};
}

/** The one parameter that has another name in the revision. */
function findRename(
  { pair }: Comparer,
  before: ReadonlyMap<string, OwnedParameter>,
  after: ReadonlyMap<string, OwnedParameter>,
): readonly [string, string] | undefined {
  if (pair.unrelated) return undefined;
  const [gone, ...moreGone] = [...before].filter(([key]) => !after.has(key));
  const [come, ...moreCome] = [...after].filter(([key]) => !before.has(key));
  if (!gone || !come || moreGone.length || moreCome.length || isPastSunset(gone[1].parameter, pair.today))
    return undefined;
  return contentOf(pair.base, gone[1]) === contentOf(pair.revision, come[1]) ? [gone[0], come[0]] : undefined;
}
