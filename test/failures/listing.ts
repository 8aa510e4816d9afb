import { createSessionsClient, type Session, type SessionsClientOptions } from "../../src/index.js";
import { fakeApiDefaults } from "../../src/testing.js";
import { getIds } from "../get-ids.js";

/** The total of the lists in these tests. */
export const TOTAL = 14;
/** The page size of the lists in these tests. */
export const PER_PAGE = 3;

/** The modes to read a list with each failure. */
export const LISTING_MODES = [
  { mode: "list", concurrency: undefined },
  { mode: "iterate", concurrency: 1 },
  { mode: "iterate at concurrency 4", concurrency: 4 },
] as const;

/** One of the modes to read a list. */
export type ListingMode = (typeof LISTING_MODES)[number];

/** The result of a listing: the ids that it yielded, and the error that it threw. */
export interface Outcome {
  listed: string[];
  error: unknown;
}

/** Reads a list in one of the modes. `list` requests the first page only. */
export async function listBy(
  { concurrency }: ListingMode,
  baseUrl: string,
  options: Partial<SessionsClientOptions> = {},
): Promise<Outcome> {
  const client = createSessionsClient({ ...fakeApiDefaults, baseUrl, ...options });
  const listed: string[] = [];
  try {
    if (concurrency === undefined) {
      const { sessions } = await client.list({ per_page: PER_PAGE });
      listed.push(...getIds(sessions));
    } else
      for await (const { id } of client.iterate({ per_page: PER_PAGE }, { concurrency })) listed.push(id);
  } catch (error) {
    return { listed, error };
  }
  return { listed, error: undefined };
}

/** Returns the ids that a mode yields if nothing fails. */
export function getExpectedIds({ concurrency }: ListingMode, sessions: readonly Session[]): string[] {
  return getIds(concurrency === undefined ? sessions.slice(0, PER_PAGE) : sessions);
}
