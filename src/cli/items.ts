import type { ReadableStream } from "node:stream/web";
import type { Downloadable } from "../reader.js";
import type { SessionsClient } from "../sessions.js";
import { connect, credentialOptions } from "./connect.js";
import type { Run } from "./context.js";
import { encodingOf, FORMAT_OPTIONS, type Listing } from "./listing.js";
import { checkUsage, type Parameters } from "./options.js";
import { RowWriter, withOutput, writeText } from "./output.js";
import type { CommandDefinition } from "./program.js";

type Texts = Pick<CommandDefinition, "name" | "description" | "examples">;

/** What the document says about an operation. */
interface Operation {
  readonly parameters: { readonly path: Parameters; readonly query?: Parameters };
}

/** Makes a command that writes one item. Its fields are those of the rows of a listing. */
export function itemCommand(
  texts: Texts,
  operation: Operation,
  listing: Listing,
  read: (client: SessionsClient, ids: readonly string[], query: object, call: object) => Promise<object>,
): CommandDefinition {
  return {
    ...describe(texts, operation, {
      columns: { description: `Fields, separated by commas: ${Object.keys(listing.fields).join(", ")}.` },
      ...FORMAT_OPTIONS,
    }),
    run: (run) =>
      withOutput(run, async (output) => {
        const writer = new RowWriter(output, encodingOf(listing, run.options.columns, output), run);
        const client = await connect(run);
        const query = queryOf(run, operation);
        await writer.write([await callOf(() => read(client, run.ids, query, { signal: run.signal }))]);
        await writer.end();
      }),
  };
}

/** Makes a command that downloads a file of a session. */
export function fileCommand(
  texts: Texts,
  operation: Operation,
  read: (client: SessionsClient, id: string, query: object, call: object) => Promise<Downloadable<object>>,
): CommandDefinition {
  const { output, force } = FORMAT_OPTIONS;
  return {
    ...describe(texts, operation, { ...(output && { output }), ...(force && { force }) }),
    run: (run) =>
      withOutput({ ...run, options: { ...run.options, format: "ndjson" } }, async ({ stream }) => {
        const { signal } = run;
        const [id = ""] = run.ids;
        const client = await connect(run);
        const file = await callOf(() => read(client, id, queryOf(run, operation), { signal }));
        const { body } = await file.download({ signal });
        const text = new TextDecoder();
        for await (const chunk of (body ?? []) as ReadableStream<Uint8Array>)
          await writeText(stream, text.decode(chunk, { stream: true }), signal);
        await writeText(stream, text.decode(), signal);
      }),
  };
}

/** The parts of a command that follow from its operation: positional arguments and options. */
function describe(
  texts: Texts,
  { parameters: { path, query } }: Operation,
  own: Parameters,
): Omit<CommandDefinition, "run"> {
  const ids = Object.entries(path).filter(([name]) => !/^(account|app)_id$/.test(name));
  return {
    ...texts,
    arguments: Object.fromEntries(ids),
    options: { ...(query && { Parameters: query }), Credentials: credentialOptions(path), Options: own },
  };
}

function queryOf({ options }: Run, { parameters: { query = {} } }: Operation): object {
  const names = Object.keys(query).filter((name) => options[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

/** Calls a method of the client. An invalid id is a usage error. */
async function callOf<Result>(call: () => Promise<Result>): Promise<Result> {
  return call().catch((error: unknown) =>
    checkUsage(() => {
      throw error;
    }),
  );
}
