import { getMember, isObject, type Json, type JsonObject } from "../../document/json.js";
import { compareExtensions } from "./extensions.js";
import { isEqual } from "../json-equality.js";
import { describeAnnotationChange } from "./annotations.js";
import { addFinding, type Context, createRootContext, type Pair } from "./context.js";
import { Part } from "./finding.js";
import { getSchemaName } from "./names.js";
import { listOperations } from "./match-operations.js";
import { OperationComparer } from "./operations.js";
import { SchemaComparer } from "./schemas.js";
import { compareSchemes, matchSchemes } from "./security.js";
import { compareServers } from "./servers.js";
import { isPastSunset } from "./sunset.js";
import { formatSchemaReference } from "../../document/references.js";

/** Compares two documents, and returns their top-level parts with the findings. */
export function compareDocumentParts(pair: Pair): Part[] {
  const comparer = new SchemaComparer(pair);
  const schemes = matchSchemes(pair);
  const operations = new OperationComparer(comparer, schemes);
  const [base, revision] = [pair.base.root, pair.revision.root];
  if (pair.isUnrelated) return operations.comparePaths(base.paths, revision.paths);
  const parts = [
    ...compareMetadata(pair),
    ...operations.comparePaths(base.paths, revision.paths),
    ...operations.compareCalls("webhook", base.webhooks, revision.webhooks, ""),
  ];
  compareSchemes(pair, schemes, (name, nextName) => {
    const createPointer = (scheme: string): string[] => ["components", "securitySchemes", scheme];
    return createPart(
      pair,
      parts,
      `security scheme ${nextName}`,
      createPointer(name),
      createPointer(nextName),
    );
  });
  // After the operations, because unused schemas are rated differently.
  compareSchemaNames(comparer, parts);
  compareExtensions(pair, parts);
  return parts;
}

/** Creates a part for a pointer into both documents, and returns its context. */
function createPart(
  { base, revision }: Pair,
  parts: Part[],
  subject: string,
  pointer: readonly string[],
  nextPointer: readonly string[] = pointer,
): Context {
  const part = new Part(subject, "sent");
  parts.push(part);
  return createRootContext(part, base.createSite(pointer), revision.createSite(nextPointer));
}

/** Compares everything besides operations and schemas, such as the title, the servers, the tags and examples. */
function compareMetadata(pair: Pair): Part[] {
  const parts: Part[] = [];
  const [base, revision] = [pair.base.root, pair.revision.root];
  const [infoBefore, infoAfter] = [getInfo(base), getInfo(revision)];
  for (const keyword of new Set([...Object.keys(infoBefore), ...Object.keys(infoAfter)]))
    // A new version is not a change of the API.
    if (
      keyword !== "version" &&
      !keyword.startsWith("x-") &&
      !isEqual(infoBefore[keyword], infoAfter[keyword])
    )
      addFinding(
        createPart(pair, parts, "the document", ["info", keyword]),
        "documentation",
        "annotates",
        describeAnnotationChange(keyword, infoBefore, infoAfter),
      );
  for (const keyword of ["openapi", "externalDocs", "tags", "jsonSchemaDialect"])
    if (!isEqual(base[keyword], revision[keyword]))
      addFinding(
        createPart(pair, parts, "the document", [keyword]),
        "documentation",
        "annotates",
        describeAnnotationChange(keyword, base, revision),
      );
  compareDocumentServers(pair, createPart(pair, parts, "the document", ["servers"]));
  for (const kind of ["examples", "links"]) {
    const [before, after] = [getComponents(base, kind), getComponents(revision, kind)];
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (!isEqual(getMember(before, name), getMember(after, name)))
        addFinding(
          createPart(pair, parts, `${kind.slice(0, -1)} ${name}`, ["components", kind, name]),
          "documentation",
          "annotates",
          describePresence(getMember(before, name), getMember(after, name)),
        );
  }
  return parts;
}

/** Compares the servers of the documents. Operations with their own servers do not use them. */
function compareDocumentServers(pair: Pair, context: Context): void {
  const [base, revision] = [pair.base.root, pair.revision.root];
  const areUsed = [pair.base, pair.revision].every((side) => {
    const operations = listOperations(side, side.root.paths);
    return !operations.length || operations.some(({ servers }) => servers === undefined);
  });
  if (areUsed) compareServers(base.servers, revision.servers, context);
  else if (!isEqual(base.servers, revision.servers))
    addFinding(context, "documentation", "annotates", describeAnnotationChange("servers", base, revision));
}

function getInfo({ info }: JsonObject): JsonObject {
  return isObject(info) ? info : {};
}

function describePresence(before: Json | undefined, after: Json | undefined): string {
  return before === undefined ? "It was added." : after === undefined ? "It was removed." : "It changed.";
}

function getComponents({ components }: JsonObject, kind: string): JsonObject {
  const componentsOfKind = isObject(components) ? components[kind] : undefined;
  return isObject(componentsOfKind) ? componentsOfKind : {};
}

/** Compares the names of schemas: the generated code exports a type for each, also for unused ones. */
function compareSchemaNames(comparer: SchemaComparer, parts: Part[]): void {
  const { pair } = comparer;
  const [before, after] = [
    getComponents(pair.base.root, "schemas"),
    getComponents(pair.revision.root, "schemas"),
  ];
  const createSchemaPart = (name: string): Context =>
    createPart(pair, parts, `schema ${name}`, ["components", "schemas", name]);
  const renamedTo = new Set(pair.renamed.values());
  for (const name of Object.keys(before)) {
    const ref = formatSchemaReference(name);
    const nextRef = pair.renamed.get(ref) ?? (Object.hasOwn(after, name) ? ref : undefined);
    if (nextRef === undefined) {
      const isAnnounced = isPastSunset(pair.base.schemas.normalize(before[name]), pair.today);
      addFinding(createSchemaPart(name), "schema-name-removed", "changes", "The schema was removed.", {
        site: pair.base.createSite(["components", "schemas", name]),
        ...(isAnnounced && { isAnnounced }),
      });
    } else if (nextRef !== ref)
      addFinding(
        createSchemaPart(name),
        "schema-name-removed",
        "changes",
        `It was renamed to \`${getSchemaName(nextRef)}\`, with the same content.`,
        {
          site: pair.revision.getRefSite(nextRef),
        },
      );
    if (nextRef !== undefined && !comparer.isUsed(ref))
      parts.push(comparer.compareComponent(ref, nextRef, "exported", 1));
  }
  for (const name of Object.keys(after))
    if (!Object.hasOwn(before, name) && !renamedTo.has(formatSchemaReference(name)))
      addFinding(createSchemaPart(name), "schema-name-added", "adds", "The schema was added.");
}
