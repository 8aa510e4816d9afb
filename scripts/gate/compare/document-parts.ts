import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { compareExtensions } from "./extensions.js";
import { equal } from "../stable.js";
import { wording } from "./annotations.js";
import { type Context, contextOf, isPastSunset, note, type Pair } from "./context.js";
import { Part } from "./finding.js";
import { nameOf } from "./names.js";
import { OperationComparer } from "./operations.js";
import { SchemaComparer } from "./schemas.js";
import { compareSchemes, matchSchemes } from "./security.js";
import { compareServers } from "./servers.js";

/** The parts of two documents that are no part of another, with what differs in them. */
export function compareDocumentParts(pair: Pair): Part[] {
  const comparer = new SchemaComparer(pair);
  const schemes = matchSchemes(pair);
  const operations = new OperationComparer(comparer, schemes);
  const [base, revision] = [pair.base.root, pair.revision.root];
  if (pair.unrelated) return operations.comparePaths(base.paths, revision.paths);
  const parts = [
    ...compareAround(pair),
    ...operations.comparePaths(base.paths, revision.paths),
    ...operations.compareCalls("webhook", base.webhooks, revision.webhooks, ""),
  ];
  compareSchemes(pair, schemes, (name, next) => {
    const way = (scheme: string): string[] => ["components", "securitySchemes", scheme];
    return own(pair, parts, `security scheme ${next}`, way(name), way(next));
  });
  // After the operations, since what none of them uses is rated otherwise.
  compareSchemaNames(comparer, parts);
  compareExtensions(pair, parts);
  return parts;
}

/** A part for what stands at a place of both documents. */
function own(
  { base, revision }: Pair,
  parts: Part[],
  subject: string,
  pointer: readonly string[],
  next: readonly string[] = pointer,
): Context {
  const part = new Part(subject, "sent");
  parts.push(part);
  return contextOf(part, base.site(pointer), revision.site(next));
}

/** What stands around the operations: the title, the servers, tags, and components that are only read. */
function compareAround(pair: Pair): Part[] {
  const parts: Part[] = [];
  const [base, revision] = [pair.base.root, pair.revision.root];
  const [info, next] = [base.info, revision.info].map((value) => (isObject(value) ? value : {})) as [
    JsonObject,
    JsonObject,
  ];
  for (const keyword of new Set([...Object.keys(info), ...Object.keys(next)]))
    // The version tells of changes and is none.
    if (keyword !== "version" && !keyword.startsWith("x-") && !equal(info[keyword], next[keyword]))
      note(
        own(pair, parts, "the document", ["info", keyword]),
        "words",
        "annotates",
        wording(keyword, info, next),
      );
  for (const keyword of ["openapi", "externalDocs", "tags", "jsonSchemaDialect"])
    if (!equal(base[keyword], revision[keyword]))
      note(
        own(pair, parts, "the document", [keyword]),
        "words",
        "annotates",
        wording(keyword, base, revision),
      );
  compareServers(base.servers, revision.servers, own(pair, parts, "the document", ["servers"]));
  for (const kind of ["examples", "links"]) {
    const [before, after] = [componentsOf(base, kind), componentsOf(revision, kind)];
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (!equal(before[name], after[name]))
        note(
          own(pair, parts, `${kind.slice(0, -1)} ${name}`, ["components", kind, name]),
          "words",
          "annotates",
          happeningTo(before[name], after[name]),
        );
  }
  return parts;
}

function happeningTo(before: Json | undefined, after: Json | undefined): string {
  return before === undefined ? "It was added." : after === undefined ? "It was removed." : "It changed.";
}

function componentsOf({ components }: JsonObject, kind: string): JsonObject {
  const found = isObject(components) ? components[kind] : undefined;
  return isObject(found) ? found : {};
}

/** The generated code exports a type by the name of every schema, also of those that no operation uses. */
function compareSchemaNames(comparer: SchemaComparer, parts: Part[]): void {
  const { pair } = comparer;
  const [before, after] = [
    componentsOf(pair.base.root, "schemas"),
    componentsOf(pair.revision.root, "schemas"),
  ];
  const refTo = (name: string): string =>
    `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const at = (name: string): Context => own(pair, parts, `schema ${name}`, ["components", "schemas", name]);
  const arrived = new Set(pair.renamed.values());
  for (const name of Object.keys(before)) {
    const ref = refTo(name);
    const next = pair.renamed.get(ref) ?? (name in after ? ref : undefined);
    const context = (): Context => at(name);
    if (next === undefined) {
      const announced = isPastSunset(pair.base.schemas.normalize(before[name]), pair.today);
      note(context(), "schema-name-removed", "changes", "The schema was removed.", {
        site: pair.base.site(["components", "schemas", name]),
        ...(announced && { announced }),
      });
    } else if (next !== ref)
      note(
        context(),
        "schema-name-removed",
        "changes",
        `It was renamed to \`${nameOf(next)}\`, with the same content.`,
        {
          site: pair.revision.siteOfRef(next),
        },
      );
    if (next !== undefined && !comparer.isUsed(ref)) parts.push(comparer.component(ref, next, "exported", 1));
  }
  for (const name of Object.keys(after))
    if (!(name in before) && !arrived.has(refTo(name)))
      note(at(name), "schema-name-added", "adds", "The schema was added.");
}
