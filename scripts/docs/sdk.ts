import { existsSync, readFileSync } from "node:fs";
import {
  Application,
  type DeclarationReflection,
  type DocumentationEntryPoint,
  PageEvent,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from "typedoc";
import ts from "typescript";
import { readableClient, readableIndex, readableSchema } from "./source.js";

/** A page of the site that typedoc does not make, as its links name it. */
export interface SitePage {
  title: string;
  file: string;
  /** Where it opens, as the fragment of a URL. */
  place: string;
}

/**
 * Writes the reference of the package's entries, with the README as the start page of the site. What typedoc warns of
 * (a link to nothing, a public name without a word) is an error.
 *
 * @param root - The folder of the package, with a slash at its end.
 * @param out - Where to write.
 * @param pages - What else the site has.
 */
export async function writeSdkReference(
  root: string,
  out: string,
  pages: readonly SitePage[],
): Promise<boolean> {
  const app = await Application.bootstrap({
    name: "realtimekit-sessions",
    includeVersion: true,
    basePath: root,
    readme: `${root}README.md`,
    projectDocuments: [`${root}CONTRIBUTING.md`, `${root}CHANGELOG.md`],
    customCss: `${root}docs/site.css`,
    navigation: { includeFolders: false },
    navigationLinks: Object.fromEntries(pages.map(({ title, file }) => [title, file])),
    // Neither the day nor the commit belongs on a page.
    disableSources: true,
    hideGenerator: true,
    excludeInternal: true,
    excludeExternals: true,
    sort: ["kind", "source-order"],
    kindSortOrder: [
      "Document",
      "Module",
      "Function",
      "Class",
      "Interface",
      "TypeAlias",
      "Variable",
      "Reference",
    ],
    groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "Variables", "*"],
    sortEntryPoints: false,
    // What stays unexported in generated code, and has no word there, is for the generators to answer for.
    validation: { invalidLink: true, notExported: false, notDocumented: false },
  });
  // typedoc writes such a link as it was given, on pages of every folder.
  app.renderer.on(PageEvent.END, (page) => {
    const up = "../".repeat(page.url.split("/").length - 1);
    for (const { file, place } of pages)
      page.contents = (page.contents ?? "").replaceAll(`href="${file}"`, `href="${up}${file}${place}"`);
  });
  const project = app.converter.convert(entryPoints(root));
  tidy(project);
  for (const name of undocumented(project)) app.logger.error(`${name} has no TSDoc comment`);
  app.validate(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) return false;
  await app.generateDocs(project, out);
  return !app.logger.hasErrors() && !app.logger.hasWarnings();
}

/** The entries that package.json names, under the names by which users import them. */
function entryPoints(root: string): DocumentationEntryPoint[] {
  const { name, exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
    name: string;
    exports: Record<string, string | { types?: string }>;
  };
  const entries = Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === "string" ? undefined : target.types;
    return types === undefined ? [] : [{ displayName: name + entry.slice(1), file: sourceOf(types, root) }];
  });
  const program = programOf(
    root,
    entries.map(({ file }) => file),
  );
  return entries.map(({ displayName, file }) => {
    const sourceFile = program.getSourceFile(file);
    if (!sourceFile) throw new Error(`${file}, the source of the entry ${displayName}, cannot be read`);
    return { displayName, program, sourceFile };
  });
}

/** What an entry's declarations are compiled from. */
function sourceOf(types: string, root: string): string {
  const base = types.replace(/^\.\/dist\//, root).replace(/\.d\.ts$/, "");
  return existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.d.ts`;
}

/** The package's sources, with the generated types in the form that a reader wants. */
function programOf(root: string, files: readonly string[]): ts.Program {
  const config = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  const generated = (name: string): string => readFile(`${root}generated/${name}`) ?? "";
  const schema = readableSchema(generated("schema.ts"));
  const readable = new Map([
    [`${root}generated/schema.ts`, schema],
    [`${root}generated/client.ts`, readableClient(generated("client.ts"))],
    [`${root}generated/index.ts`, readableIndex(generated("index.ts"), schema)],
  ]);
  host.getSourceFile = (path, version, ...rest) => {
    const text = readable.get(path);
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version, true);
  };
  return ts.createProgram(files, options, host);
}

/**
 * The public names that nothing is said of. Those of the generated entry do not count, since what is said there comes from
 * the document; nor do the fields of constants, which are shown with their values.
 */
function undocumented(project: ProjectReflection): string[] {
  const { Class, Interface, TypeAlias, Variable, Function, Property, Method } = ReflectionKind;
  const isExempt = ({ parent }: Reflection): boolean =>
    parent !== undefined &&
    (parent.kindOf(Variable) || parent.name.endsWith("/generated") || isExempt(parent));
  return project
    .getReflectionsByKind(Class | Interface | TypeAlias | Variable | Function | Property | Method)
    .filter((each): each is DeclarationReflection => each.isDeclaration() && !isExempt(each))
    .filter((each) => !each.hasComment() && !each.signatures?.some((signature) => signature.hasComment()))
    .map((each) => each.getFullName());
}

/** What typedoc has no option for: titles of documents in lower case, and the README's title only once. */
function tidy(project: ProjectReflection): void {
  const [title] = project.readme ?? [];
  if (title) title.text = title.text.replace(/^# .*\n+/, "");
  for (const document of project.documents ?? [])
    document.name = document.name.slice(0, 1) + document.name.slice(1).toLowerCase();
}
