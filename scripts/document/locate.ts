import { getLineColLocation, type Source } from "@redocly/openapi-core";
import type { Pointer } from "./json.js";

/** A node of the syntax tree that redocly's YAML parser makes. */
interface SyntaxNode {
  startPosition?: number;
  /** Of an object: its members. */
  mappings?: readonly (SyntaxNode & { key: { value?: unknown }; value?: SyntaxNode | null })[];
  /** Of a list: its elements. */
  items?: readonly (SyntaxNode | null)[];
}

interface Index {
  tree: SyntaxNode | undefined;
  /** Where each line begins. */
  lines: readonly number[];
}

const indexes = new WeakMap<Source, Index>();

/**
 * Where the value at a pointer stands, or else the nearest one around it that the file has. As
 * `getLineColLocation` does it, without counting the lines from the first anew for each place.
 */
export function locate(source: Source, pointer: Pointer): { line: number; column: number } {
  let index = indexes.get(source);
  if (!index) indexes.set(source, (index = indexOf(source)));
  let node = index.tree;
  for (const part of pointer) {
    const next = childOf(node, part);
    if (!next) break;
    node = next;
  }
  const offset = node?.startPosition ?? 0;
  const line = lineOf(index.lines, offset);
  return { line, column: offset - (index.lines[line - 1] ?? 0) + 1 };
}

function childOf(node: SyntaxNode | undefined, part: string | number): SyntaxNode | undefined {
  if (node?.items) return node.items[Number(part)] ?? undefined;
  const member = node?.mappings?.find(({ key }) => key.value === String(part));
  return member?.value ?? member;
}

function indexOf(source: Source): Index {
  // Makes redocly parse the file, whose parser is not for others to import.
  getLineColLocation({ source, pointer: "#/", reportOnKey: false });
  const tree = source.getAst(() => {
    throw new Error("the syntax tree was made before");
  }) as SyntaxNode | undefined;
  const lines = [0];
  for (let at = source.body.indexOf("\n"); at >= 0; at = source.body.indexOf("\n", at + 1))
    lines.push(at + 1);
  return { tree, lines };
}

/** The line of an offset, counted from 1. */
function lineOf(lines: readonly number[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
