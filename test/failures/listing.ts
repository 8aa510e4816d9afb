import { createSessionsClient, type Session, type SessionsClientOptions } from "../../src/index.js";
import { fakeApiDefaults } from "../../src/testing.js";

/** The total of the lists in these tests. */
export const COUNT = 14;
/** The page size of the lists in these tests. */
export const PER_PAGE = 3;

/** The ways to read a list with each failure. */
export const WAYS = [
  { way: "list", concurrency: undefined },
  { way: "iterate", concurrency: 1 },
  { way: "iterate at concurrency 4", concurrency: 4 },
] as const;

/** One of the ways to read a list. */
export type Way = (typeof WAYS)[number];

/** The result of a listing: the ids that it yielded, and the error that it threw. */
export interface Outcome {
  found: string[];
  error: unknown;
}

/** Lists in one of the ways. `list` requests the first page only. */
export async function listBy(
  { concurrency }: Way,
  baseUrl: string,
  options: Partial<SessionsClientOptions> = {},
): Promise<Outcome> {
  const client = createSessionsClient({ ...fakeApiDefaults, baseUrl, ...options });
  const found: string[] = [];
  try {
    if (concurrency === undefined) {
      const { sessions } = await client.list({ per_page: PER_PAGE });
      found.push(...ids(sessions));
    } else for await (const { id } of client.iterate({ per_page: PER_PAGE }, { concurrency })) found.push(id);
  } catch (error) {
    return { found, error };
  }
  return { found, error: undefined };
}

/** Returns the ids of sessions. */
export function ids(sessions: readonly Session[]): string[] {
  return sessions.map(({ id }) => id);
}

/** Returns the ids of the whole list that a way yields. */
export function expectedIds({ concurrency }: Way, sessions: readonly Session[]): string[] {
  return ids(concurrency === undefined ? sessions.slice(0, PER_PAGE) : sessions);
}
