import { isObject, type Json } from "../../document/json.js";
import { type Context, contextOf, type Pair } from "./context.js";
import { type Direction, Part, type Site } from "./finding.js";
import type { Side } from "./side.js";

/** An object in both documents as written: inline, or a reference to a component. */
export interface Written {
  base: Json | undefined;
  revision: Json | undefined;
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
   * @param compare - Notes down what differs.
   */
  use(
    owner: Part,
    subject: string,
    direction: Direction,
    written: Written,
    compare: (context: Context) => void,
  ): void {
    const { base, revision } = this.#pair;
    const ref = refOf(written.base);
    const isShared = !this.#pair.unrelated && ref !== undefined && ref === refOf(written.revision);
    const key = `${direction} ${subject} ${ref ?? ""}`;
    const known = isShared ? this.#parts.get(key) : undefined;
    if (known) {
      owner.children.add(known);
      return;
    }
    const part = new Part(isShared ? subject : `${owner.subject}, ${subject}`, direction, owner.variance);
    if (isShared) this.#parts.set(key, part);
    owner.children.add(part);
    compare(contextOf(part, siteOf(base, written.base), siteOf(revision, written.revision)));
  }
}

function siteOf(side: Side, value: Json | undefined): Site {
  const resolved = side.resolve(value);
  return side.site((resolved && side.pointerOf(resolved)) ?? []);
}

const refOf = (value: Json | undefined): string | undefined =>
  isObject(value) && typeof value.$ref === "string" ? value.$ref : undefined;
