import { DEFAULT_PER_PAGE } from "../list-resource.js";
import { type Operation, type Parameters, splitParameters } from "../operation.js";
import { COUNT } from "../values.js";
import type { CommandDefinition, Run } from "./context.js";
import { CALL_OPTIONS, CREDENTIALS } from "./options.js";

/** Creates a command for an operation. A new parameter of the document becomes an option. */
export function createOperationCommand(
  name: string,
  operation: Operation,
  own: Parameters,
  examples: readonly string[],
  run: CommandDefinition["run"],
): CommandDefinition {
  const { summary, pagination } = operation;
  const { ids, filters } = splitParameters(operation);
  const paging = pagination && {
    [pagination.limit]: { ...COUNT, description: `Page size of the requests. Default: ${DEFAULT_PER_PAGE}.` },
    concurrency: {
      ...COUNT,
      description: "Pages to request at a time. Above 1, a changing list is not exact. Default: 1.",
    },
  };
  const options = {
    [pagination ? "Filters" : "Parameters"]: filters,
    Credentials: CREDENTIALS,
    Options: { ...own, ...paging, ...CALL_OPTIONS },
  };
  return { name, description: `${summary}.`, examples, arguments: ids, options, run };
}

/** Returns the values of the options that are query parameters of an operation. */
export function queryOf({ options }: Run, { parameters: { query = {} } }: Operation): object {
  return Object.fromEntries(Object.keys(query).map((name) => [name, options[name]]));
}
