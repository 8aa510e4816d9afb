import type { Observation } from "../../src/doctor/observe.js";

/** Creates the observation of a page, by default of the page size 1. */
export function createPage(ids: Observation["ids"], fields: Partial<Observation> = {}): Observation {
  return {
    perPage: 1,
    status: 200,
    ids,
    createdAt: [],
    paging: { total: undefined, start: undefined, end: undefined },
    headers: undefined,
    latencyMs: 20,
    clockDifferenceMs: undefined,
    ...fields,
  };
}
