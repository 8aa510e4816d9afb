import { getLineColLocation, type Source } from "@redocly/openapi-core";
import type { Pointer } from "./json.js";

/** A node of the syntax tree of redocly's YAML parser. */
interface SyntaxNode {
  startPosition?: number;
  /** Of an object: its members. */
  mappings?: readonly (SyntaxNode & { key: { value?: unknown }; value?: SyntaxNode | null })[];
  /** Of a list: its elements. */
  items?: readonly (SyntaxNode | null)[];
}

/** A line and a column, both counted from 1. */
interface LineAndColumn {
  line: number;
  column: number;
}

/**
 * Returns the location of the value at a pointer, or else of its nearest existing parent. Unlike `getLineColLocation`,
 * it does not count the lines from the first for each location.
 *
 * @param source - The file.
 * @param pointer - The pointer to the value.
 * @returns The line and the column.
 */
export function locatePointer(source: Source, pointer: Pointer): LineAndColumn {
  let node = parseSyntaxTree(source);
  for (const part of pointer) {
    const child = findChild(node, part);
    if (!child) break;
    node = child;
  }
  return locateOffset(source, node?.startPosition ?? 0);
}

/**
 * Returns the location of a character.
 *
 * @param source - The file.
 * @param offset - The offset of the character, from 0.
 * @returns The line and the column.
 */
export function locateOffset(source: Source, offset: number): LineAndColumn {
  const starts = findLineStarts(source);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function findChild(node: SyntaxNode | undefined, part: string | number): SyntaxNode | undefined {
  if (node?.items) return node.items[Number(part)] ?? undefined;
  const member = node?.mappings?.find(({ key }) => key.value === String(part));
  const value = member?.value;
  // An implicit value has no position.
  return value && (value.startPosition ?? -1) >= 0 ? value : member;
}

const trees = new WeakMap<Source, SyntaxNode>();

/** Returns the syntax tree of a file, which is parsed once. */
function parseSyntaxTree(source: Source): SyntaxNode | undefined {
  if (!trees.has(source)) {
    // Makes redocly parse the file, because it does not export its parser.
    getLineColLocation({ source, pointer: "#/", reportOnKey: false });
    const tree: SyntaxNode = source.getAst(() => {
      throw new Error("the syntax tree is parsed already");
    });
    trees.set(source, tree);
  }
  return trees.get(source);
}

const startsBySource = new WeakMap<Source, readonly number[]>();

/** Returns the start offsets of the lines of a file. */
function findLineStarts(source: Source): readonly number[] {
  let starts = startsBySource.get(source);
  if (!starts) {
    const offsets = [0];
    for (let offset = source.body.indexOf("\n"); offset >= 0; offset = source.body.indexOf("\n", offset + 1))
      offsets.push(offset + 1);
    startsBySource.set(source, (starts = offsets));
  }
  return starts;
}
