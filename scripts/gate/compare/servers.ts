import { getMember, isObject, type Json, type JsonObject } from "../../document/json.js";
import { expandServerUrl } from "../../document/servers.js";
import { isEqual } from "../json-equality.js";
import { addFinding, type Context } from "./context.js";
import { formatList, formatValue } from "./format-values.js";

interface Server {
  /** The normalized URL, with variables. */
  url: string;
  /** The URL with the defaults of its variables. */
  expandedUrl: string;
  variables: JsonObject;
  description: Json | undefined;
}

/** Returns the servers of a document, a path or an operation. Undefined if it has none. */
function readServers(value: Json | undefined): readonly Server[] | undefined {
  if (!Array.isArray(value) || !value.length) return undefined;
  return value.filter(isObject).map((server) => {
    const url = typeof server.url === "string" ? normalizeUrl(server.url) : "/";
    const variables = isObject(server.variables) ? server.variables : {};
    return { url, expandedUrl: expandServerUrl(url, variables), variables, description: server.description };
  });
}

/** Normalizes the case of the host, a default port and a trailing slash. */
function normalizeUrl(url: string): string {
  return url
    .replace(/^[a-z]+:\/\/[^/{]*/i, (origin) => origin.toLowerCase())
    .replace(/^(https:\/\/[^/{]+):443(?=\/|$)|^(http:\/\/[^/{]+):80(?=\/|$)/, "$1$2")
    .replace(/(?<=.)\/$/, "");
}

/** The servers of a document without any, by the OpenAPI specification. */
const DEFAULT_SERVERS: readonly Server[] = [
  { url: "/", expandedUrl: "/", variables: {}, description: undefined },
];

/**
 * Compares two lists of servers. The generated client calls the first.
 *
 * @param base - The servers in the base.
 * @param revision - The servers in the revision.
 * @param context - Receives the findings.
 */
export function compareServers(base: Json | undefined, revision: Json | undefined, context: Context): void {
  const [stated, before, after] = [
    readServers(base),
    readServers(base) ?? DEFAULT_SERVERS,
    readServers(revision) ?? DEFAULT_SERVERS,
  ];
  const removed = before.filter((server) => !findMatch(server, after));
  const added = after.filter((server) => !findMatch(server, before));
  if (!stated && added.length && removed.length) {
    addFinding(
      context,
      "server-named",
      "adds",
      `${describeServers(added, "added")}. No server was stated before.`,
    );
    return;
  }
  if (removed.length)
    addFinding(context, "server-removed", "changes", `${describeServers(removed, "removed")}.`, {
      site: context.base,
    });
  const [firstBefore, firstAfter] = [before[0]?.expandedUrl, after[0]?.expandedUrl];
  if (firstBefore !== firstAfter)
    addFinding(
      context,
      "server-first",
      "changes",
      `The first server changed from \`${firstBefore ?? ""}\` to \`${firstAfter ?? ""}\`.`,
    );
  const laterServers = added.filter((server) => server !== after[0] || firstBefore === firstAfter);
  if (laterServers.length)
    addFinding(context, "server-added", "adds", `${describeServers(laterServers, "added")}.`);
  for (const server of before) {
    const match = findMatch(server, after);
    if (!match) continue;
    if (!isEqual(server.description, match.description))
      addFinding(
        context,
        "documentation",
        "annotates",
        `The description of the server \`${match.url}\` changed.`,
      );
    compareVariables(server, match, context);
  }
}

function findMatch(server: Server, candidates: readonly Server[]): Server | undefined {
  return (
    candidates.find((candidate) => candidate.url === server.url) ??
    candidates.find((candidate) => candidate.expandedUrl === server.expandedUrl)
  );
}

/** Returns a sentence without its period: "The servers `/a` and `/b` were added". */
function describeServers(servers: readonly Server[], change: "added" | "removed"): string {
  const urls = formatList(servers.map(({ url }) => `\`${url}\``));
  return servers.length > 1 ? `The servers ${urls} were ${change}` : `The server ${urls} was ${change}`;
}

type VariableReporter = (rule: string, effect: "changes" | "adds" | "annotates", message: string) => void;

function compareVariables(base: Server, revision: Server, context: Context): void {
  const renamed = findRenamedVariables(base.url, revision.url);
  const newNames = new Set(renamed.values());
  for (const name of new Set([...Object.keys(base.variables), ...Object.keys(revision.variables)])) {
    if (newNames.has(name)) continue;
    const nextName = renamed.get(name) ?? name;
    const [variableBefore, variableAfter] = [
      getMember(base.variables, name),
      getMember(revision.variables, nextName),
    ];
    const report: VariableReporter = (rule, effect, message) => {
      addFinding(context, rule, effect, `The variable \`${name}\` of \`${revision.url}\` ${message}.`);
    };
    if (nextName !== name) report("documentation", "annotates", `was renamed to \`${nextName}\``);
    if (!isObject(variableAfter)) report("server-removed", "changes", "was removed");
    else if (!isObject(variableBefore)) report("server-added", "adds", "was added");
    else compareVariable(variableBefore, variableAfter, report);
  }
}

/** Returns the new names of variables whose position in the URL is the same. */
function findRenamedVariables(urlBefore: string, urlAfter: string): Map<string, string> {
  const [before, after] = [splitUrl(urlBefore), splitUrl(urlAfter)];
  if (!isEqual(before.texts, after.texts)) return new Map();
  return new Map(
    before.names.flatMap((name, index): [string, string][] => {
      const nextName = after.names[index] ?? name;
      return before.names.includes(nextName) || after.names.includes(name) ? [] : [[name, nextName]];
    }),
  );
}

/** Splits a URL into the names of its variables and the texts around them. */
function splitUrl(url: string): { names: string[]; texts: string[] } {
  // With a group, every second part is a name.
  const parts = url.split(/\{([^}]*)\}/);
  return {
    names: parts.filter((_, index) => index % 2 === 1),
    texts: parts.filter((_, index) => index % 2 === 0),
  };
}

function compareVariable(
  variableBefore: JsonObject,
  variableAfter: JsonObject,
  report: VariableReporter,
): void {
  if (!isEqual(variableBefore.description, variableAfter.description))
    report("documentation", "annotates", "has another description");
  if (!isEqual(variableBefore.default, variableAfter.default))
    report(
      "server-first",
      "changes",
      `has the default ${formatValue(variableAfter.default)} instead of ${formatValue(variableBefore.default)}`,
    );
  const [before, after] = [variableBefore.enum, variableAfter.enum];
  if (Array.isArray(after)) {
    const removed = Array.isArray(before) ? before.filter((value) => !after.includes(value)) : [];
    if (removed.length)
      report("server-removed", "changes", `no longer allows ${formatList(removed.map(formatValue))}`);
    else if (!Array.isArray(before))
      report("server-removed", "changes", `allows only ${formatList(after.map(formatValue))}`);
    if (Array.isArray(before) && after.some((value) => !before.includes(value)))
      report("server-added", "adds", "allows more values");
  } else if (Array.isArray(before)) report("server-added", "adds", "allows any value");
}
