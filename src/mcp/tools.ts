import {
  getSessionOperation,
  listSessionParticipantsOperation,
  listSessionsOperation,
} from "../../generated/index.js";
import type { PageInfo } from "../list-resource.js";
import { omitOrder, type Operation, type Parameters, splitParameters } from "../operation.js";
import type { SessionsClient } from "../sessions.js";
import { addSessions, type Group, sortGroups, SUMMARY_PARAMETERS, type SummaryOptions } from "../summary.js";
import { COUNT } from "../values.js";

/** A read-only function that an assistant can call. */
export interface Tool {
  name: string;
  description: string;
  parameters: Parameters;
  /** Runs the tool with valid arguments. The result can be written as JSON. */
  run: (
    client: SessionsClient,
    args: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ) => Promise<object>;
}

/** The default number of items. An assistant reads all of them. */
const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1_000;

/** The parameter of the maximum number of items. */
const LIMIT = {
  ...COUNT,
  maximum: MAX_LIMIT,
  description: `The maximum number of items. The default is ${DEFAULT_LIMIT}.`,
};

/** Returns the parameters of an operation, and those of a tool. */
function getParameters(operation: Operation, own: Parameters = {}): Parameters {
  const { ids, filters } = splitParameters(operation);
  return { ...ids, ...filters, ...own };
}

/** Reads the first items of a list, and whether there are more. */
async function readFirstItems<Name extends string>(
  pages: AsyncIterable<Record<Name, object[]> & Pick<PageInfo<unknown>, "total">>,
  name: Name,
  limit: number,
): Promise<object> {
  const items: object[] = [];
  let total: number | undefined;
  for await (const page of pages) {
    items.push(...page[name]);
    total = page.total;
    // After a full last page, the number of a next page does not show that there is one.
    if (items.length > limit) break;
  }
  return { [name]: items.slice(0, limit), total, hasMore: items.length > limit };
}

/** The tools. Their parameters are those of the document. */
export const TOOLS: readonly Tool[] = [
  {
    name: "list_sessions",
    description: `${listSessionsOperation.summary}, both live and ended.`,
    parameters: getParameters(listSessionsOperation, { limit: LIMIT }),
    run: (client, { limit = DEFAULT_LIMIT, ...query }, signal) =>
      readFirstItems(client.pages(query, { signal }), "sessions", Number(limit)),
  },
  {
    name: "summarize_sessions",
    description:
      "Sum up the sessions of an app by group: their number, their minutes and the most participants at a time.",
    parameters: getParameters(omitOrder(listSessionsOperation), SUMMARY_PARAMETERS),
    async run(client, args, signal) {
      const { by = "day", sort, top, ...query } = args as SummaryOptions;
      const groups = new Map<string | null, Group>();
      for await (const { sessions } of client.pages(query, { signal })) addSessions(groups, sessions, by);
      const sorted = sortGroups(groups.values(), by, sort);
      return { groups: sorted.slice(0, top), count: sorted.length };
    },
  },
  {
    name: "get_session",
    description: `${getSessionOperation.summary} by its id.`,
    parameters: getParameters(getSessionOperation),
    run: (client, { session_id, ...query }, signal) => client.get(String(session_id), query, { signal }),
  },
  {
    name: "list_participants",
    description: `${listSessionParticipantsOperation.summary}.`,
    parameters: getParameters(listSessionParticipantsOperation, { limit: LIMIT }),
    run: (client, { session_id, limit = DEFAULT_LIMIT, ...query }, signal) =>
      readFirstItems(
        client.participants(String(session_id)).pages(query, { signal }),
        "participants",
        Number(limit),
      ),
  },
];
