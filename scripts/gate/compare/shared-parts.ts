import type { Json } from "../../document/json.js";
import { getReference } from "../../document/references.js";
import { type Comparer, type Context, createRootContext, type Pair } from "./context.js";
import { type Direction, Part, type Site } from "./finding.js";
import type { Side } from "./side.js";

/** An object in both documents as written: inline, or a reference to a component. */
interface WrittenPair {
  base: Json | undefined;
  revision: Json | undefined;
}

/** An operation whose parts are compared. */
export interface OperationContext {
  comparer: Comparer;
  shared: SharedParts;
  /** The part of the operation itself. */
  owner: Part;
  direction: Direction;
}

/** The parts of operations. Components that both documents refer to are compared once. */
export class SharedParts {
  readonly #parts = new Map<string, Part>();
  readonly #pair: Pair;

  constructor(pair: Pair) {
    this.#pair = pair;
  }

  /**
   * Compares a part of an operation, and adds it to the operation's children.
   *
   * @param owner - The operation.
   * @param subject - The name of the part within the operation.
   * @param direction - Whether callers send the part or receive it.
   * @param written - The part in both documents.
   * @param addFindings - Adds the findings.
   */
  compare(
    owner: Part,
    subject: string,
    direction: Direction,
    written: WrittenPair,
    addFindings: (context: Context) => void,
  ): void {
    const { base, revision } = this.#pair;
    const ref = getReference(written.base);
    const isShared = !this.#pair.isUnrelated && ref !== undefined && ref === getReference(written.revision);
    const key = `${direction} ${subject} ${ref ?? ""}`;
    const existing = isShared ? this.#parts.get(key) : undefined;
    if (existing) {
      owner.children.add(existing);
      return;
    }
    const part = new Part(isShared ? subject : `${owner.subject}, ${subject}`, direction, owner.variance);
    if (isShared) this.#parts.set(key, part);
    owner.children.add(part);
    addFindings(createRootContext(part, findSite(base, written.base), findSite(revision, written.revision)));
  }
}

function findSite(side: Side, value: Json | undefined): Site {
  const target = side.resolve(value);
  return side.createSite((target && side.getPointer(target)) ?? []);
}
