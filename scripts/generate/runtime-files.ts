import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The source of each name of the runtime: a file of runtime/, or openapi-fetch. */
const SOURCES = {
  defaultBodySerializer: "openapi-fetch",
  call: "call",
  createPathSerializer: "path",
  createQuerySerializer: "query",
  createHeaderSerializer: "header",
  createCookieSerializer: "cookie",
  createFormSerializer: "form",
  createMultipartSerializer: "multipart",
  rememberBaseUrl: "server",
  resolveServer: "server",
  serializeRaw: "raw",
  resolveMediaType: "raw",
  readJson: "responses",
  readText: "responses",
  readBlob: "responses",
  ResponseBodyError: "responses",
  readTextEvents: "event-stream",
  readJsonEvents: "event-stream",
  ServerSentEvent: "event-stream",
  EventStream: "event-stream",
} as const;

/** A name that generated code can import from the runtime. */
export type RuntimeName = keyof typeof SOURCES;

/** The names of the runtime, which operations must not have. */
export const RUNTIME_NAMES = Object.keys(SOURCES) as RuntimeName[];

const FOLDER = join(import.meta.dirname, "runtime");

/** Returns the module from which generated code imports a name. */
export function getModuleSpecifier(name: RuntimeName): string {
  const source = SOURCES[name];
  return source === "openapi-fetch" ? source : `./runtime/${source}.js`;
}

/** Returns the files of the runtime for some names, by their names in the output folder. */
export function selectRuntimeFiles(names: Iterable<RuntimeName>): Record<string, string> {
  const files: Record<string, string> = {};
  const addFile = (file: string): void => {
    const name = `runtime/${file}.ts`;
    if (name in files) return;
    const text = readFileSync(join(FOLDER, `${file}.ts`), "utf8");
    files[name] = text;
    for (const [, imported = ""] of text.matchAll(/ from "\.\/([\w-]+)\.js";/g)) addFile(imported);
  };
  for (const name of names) if (SOURCES[name] !== "openapi-fetch") addFile(SOURCES[name]);
  return files;
}
