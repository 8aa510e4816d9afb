import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { equal } from "../stable.js";
import { type Context, note } from "./context.js";
import { list, show } from "./keyword-changes.js";

interface Server {
  /** The address as it is written. */
  url: string;
  /** The address with its variables at their defaults. */
  address: string;
  variables: JsonObject;
}

/** The servers of a document, a path or an operation; undefined where it has none of its own. */
export function serversOf(value: Json | undefined): readonly Server[] | undefined {
  if (!Array.isArray(value) || !value.length) return undefined;
  return value.filter(isObject).map((server) => {
    const url = typeof server.url === "string" ? server.url.replace(/(?<=.)\/$/, "") : "/";
    const variables = isObject(server.variables) ? server.variables : {};
    const address = url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const variable = variables[name];
      return isObject(variable) && typeof variable.default === "string" ? variable.default : whole;
    });
    return { url, address, variables };
  });
}

const ROOT: readonly Server[] = [{ url: "/", address: "/", variables: {} }];

/** What differs between two lists of servers. The generated client calls the first. */
export function compareServers(base: Json | undefined, revision: Json | undefined, context: Context): void {
  const [stated, before, after] = [serversOf(base), serversOf(base) ?? ROOT, serversOf(revision) ?? ROOT];
  const matchOf = (server: Server, others: readonly Server[]): Server | undefined =>
    others.find((other) => other.url === server.url) ??
    others.find((other) => other.address === server.address);
  const gone = before.filter((server) => !matchOf(server, after));
  const come = after.filter((server) => !matchOf(server, before));
  const urls = (servers: readonly Server[]): string => list(servers.map(({ url }) => `\`${url}\``));
  const many = (servers: readonly Server[]): string => (servers.length > 1 ? "The servers" : "The server");
  const were = (servers: readonly Server[]): string => (servers.length > 1 ? "were" : "was");
  if (!stated && come.length && gone.length) {
    note(context, "server-named", "adds", `${many(come)} ${urls(come)} ${were(come)} added, there was none.`);
    return;
  }
  if (gone.length)
    note(context, "server-removed", "changes", `${many(gone)} ${urls(gone)} ${were(gone)} removed.`, {
      site: context.base,
    });
  const [first, now] = [before[0]?.address, after[0]?.address];
  if (first !== now)
    note(
      context,
      "server-first",
      "changes",
      `The first server is \`${now ?? ""}\`, it was \`${first ?? ""}\`.`,
    );
  const further = come.filter((server) => server !== after[0] || first === now);
  if (further.length)
    note(context, "server-added", "adds", `${many(further)} ${urls(further)} ${were(further)} added.`);
  for (const server of before) {
    const match = matchOf(server, after);
    if (match) compareVariables(server, match, context);
  }
}

function compareVariables(base: Server, revision: Server, context: Context): void {
  for (const name of new Set([...Object.keys(base.variables), ...Object.keys(revision.variables)])) {
    const [was, is] = [base.variables[name], revision.variables[name]];
    const say = (rule: string, effect: "changes" | "adds" | "annotates", what: string): void => {
      note(context, rule, effect, `The variable \`${name}\` of \`${revision.url}\` ${what}.`);
    };
    if (!isObject(is)) say("server-removed", "changes", "was removed");
    else if (!isObject(was)) say("server-added", "adds", "was added");
    else compareVariable(was, is, say);
  }
}

function compareVariable(
  was: JsonObject,
  is: JsonObject,
  say: (rule: string, effect: "changes" | "adds" | "annotates", what: string) => void,
): void {
  if (!equal(was.default, is.default))
    say("server-first", "changes", `is ${show(is.default)} by default, it was ${show(was.default)}`);
  const [before, after] = [was.enum, is.enum];
  if (Array.isArray(after)) {
    const gone = Array.isArray(before) ? before.filter((value) => !after.includes(value)) : [];
    if (gone.length) say("server-removed", "changes", `lost ${list(gone.map(show))}`);
    else if (!Array.isArray(before)) say("server-removed", "changes", `allows only ${list(after.map(show))}`);
    if (Array.isArray(before) && after.some((value) => !before.includes(value)))
      say("server-added", "adds", "gained values");
  } else if (Array.isArray(before)) say("server-added", "adds", "allows any value");
}
