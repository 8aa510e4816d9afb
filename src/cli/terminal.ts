import type { Writable } from "node:stream";

/** A stream that may be a terminal. */
export type Terminal = Writable & { isTTY?: boolean | undefined; columns?: number | undefined };

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the width of a terminal. 100 for other streams, and for a terminal of unknown width. */
export function widthOf({ columns = 0 }: Terminal): number {
  return columns === 0 ? 100 : columns;
}

/** Whether to color the output to a stream, by https://force-color.org and https://no-color.org. */
export function hasColors(
  { isTTY = false }: Terminal,
  { FORCE_COLOR, NO_COLOR, TERM }: Environment,
): boolean {
  return FORCE_COLOR ? !/^(0|false)$/.test(FORCE_COLOR) : !NO_COLOR && TERM !== "dumb" && isTTY;
}
