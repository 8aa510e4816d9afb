import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import {
  Application,
  type DeclarationReflection,
  type DocumentationEntryPoint,
  PageEvent,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  type TypeDocOptions,
} from "typedoc";
import ts from "typescript";
import { renderDiagram } from "./diagram.js";
import { completePage, type SitePage } from "./page.js";
import { PROJECT_PAGES } from "./project-pages.js";

/** The guides in the order in which the navigation lists them. */
const GUIDES = [
  "getting-started",
  "pagination",
  "errors",
  "command-line",
  "testing",
  "pipeline",
  "adding-an-endpoint",
].map((name) => `docs/guides/${name}.md`);

/** The order of the kinds of reflections on a page. */
const KIND_ORDER = [
  "Document",
  "Module",
  "Function",
  "Class",
  "Interface",
  "TypeAlias",
  "Variable",
  "Reference",
] satisfies TypeDocOptions["kindSortOrder"];

/** The inputs and the output folder of {@link writeSdkReference}. */
interface SdkReference {
  /** The folder of the package, with a slash at its end. */
  root: string;
  /** The folder to write. */
  out: string;
  /** The Markdown files of the examples' pages. */
  examples: readonly string[];
  /** The pages of the site that typedoc does not render. */
  pages: readonly SitePage[];
}

/**
 * Writes the guides and the reference of the package's entries, with the README as the start page. Warnings of typedoc,
 * such as a broken link, are errors. A public declaration without a TSDoc comment is an error too.
 *
 * @returns Whether there were neither errors nor warnings.
 */
export async function writeSdkReference(reference: SdkReference): Promise<boolean> {
  const { root, out, examples, pages } = reference;
  const app = await Application.bootstrap(createTypedocOptions(reference));
  const project = app.converter.convert(listEntryPoints(root));
  renderDiagrams(project);
  nameDocuments(project);
  for (const name of findUndocumented(project)) app.logger.error(`${name} has no TSDoc comment`);
  app.validate(project);
  app.renderer.on(PageEvent.END, (page) => {
    const up = "../".repeat(page.url.split("/").length - 1);
    page.contents = completePage(page.contents ?? "", up, pages, findExampleUrls(app, project));
  });
  if (app.logger.hasErrors() || app.logger.hasWarnings()) return false;
  await app.generateDocs(project, out);
  for (const page of examples) rmSync(join(out, "media", `${basename(page, ".md")}.ts`), { force: true });
  return !app.logger.hasErrors() && !app.logger.hasWarnings();
}

function createTypedocOptions({ root, examples, pages }: SdkReference): Partial<TypeDocOptions> {
  const documents = [...GUIDES, ...Object.keys(PROJECT_PAGES)].map((file) => join(root, file));
  return {
    name: "realtimekit-sessions",
    includeVersion: true,
    basePath: root,
    readme: `${root}README.md`,
    projectDocuments: [...documents, ...examples],
    customCss: `${root}docs/site.css`,
    favicon: `${root}docs/favicon.svg`,
    navigation: { includeFolders: false },
    navigationLinks: Object.fromEntries(pages.map(({ title, file }) => [title, file])),
    searchInDocuments: true,
    searchInComments: true,
    searchGroupBoosts: { Documents: 100 },
    // Pages must not depend on the date or the commit.
    disableSources: true,
    hideGenerator: true,
    excludeInternal: true,
    excludeExternals: true,
    sort: ["kind", "source-order"],
    kindSortOrder: KIND_ORDER,
    groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "Variables", "*"],
    sortEntryPoints: false,
    // The generators decide which types are exported and documented.
    validation: { invalidLink: true, notExported: false, notDocumented: false },
  };
}

/** Returns the URLs of the examples' pages by file name. */
function findExampleUrls(app: Application, project: ProjectReflection): ReadonlyMap<string, string> {
  return new Map(
    (project.documents ?? [])
      .filter(({ name }) => name.startsWith("examples/"))
      .map((document) => [basename(document.name), app.renderer.router?.getFullUrl(document) ?? ""]),
  );
}

/** Returns the entries of package.json, with the names that users import. */
function listEntryPoints(root: string): DocumentationEntryPoint[] {
  const { name, exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
    name: string;
    exports: Record<string, string | { types?: string }>;
  };
  const entries = Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === "string" ? undefined : target.types;
    return types === undefined
      ? []
      : [{ displayName: name + entry.slice(1), file: findSourceFile(types, root) }];
  });
  const program = createProgram(
    root,
    entries.map(({ file }) => file),
  );
  return entries.map(({ displayName, file }) => {
    const sourceFile = program.getSourceFile(file);
    if (!sourceFile)
      throw new Error(`${file}, the source of the entry ${displayName}, is not part of the program.`);
    return { displayName, program, sourceFile };
  });
}

/** Returns the source file of an entry's declarations. */
function findSourceFile(types: string, root: string): string {
  const base = types.replace(/^\.\/dist\//, root).replace(/\.d\.ts$/, "");
  return existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.d.ts`;
}

/** Creates the program of the package's sources. */
function createProgram(root: string, files: readonly string[]): ts.Program {
  const config = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  return ts.createProgram(files, options);
}

/**
 * Returns the public declarations without a comment. The comments of the generated entry come from the document, so
 * that it is excluded. Fields of constants are excluded too, because they are shown with their values.
 */
function findUndocumented(project: ProjectReflection): string[] {
  const { Class, Interface, TypeAlias, Variable, Function, Property, Method } = ReflectionKind;
  const isExempt = ({ parent }: Reflection): boolean =>
    parent !== undefined &&
    (parent.kindOf(Variable) || parent.name.endsWith("/generated") || isExempt(parent));
  return project
    .getReflectionsByKind(Class | Interface | TypeAlias | Variable | Function | Property | Method)
    .filter(
      (reflection): reflection is DeclarationReflection =>
        reflection.isDeclaration() && !isExempt(reflection),
    )
    .filter(
      (reflection) =>
        !reflection.hasComment() && !reflection.signatures?.some((signature) => signature.hasComment()),
    )
    .map((reflection) => reflection.getFullName());
}

/** Replaces the diagrams of the README and the guides by pictures. */
function renderDiagrams(project: ProjectReflection): void {
  const contents = [project.readme, ...(project.documents ?? []).map(({ content }) => content)];
  for (const part of contents.flatMap((parts) => parts ?? [])) {
    const diagram = part.kind === "code" ? renderDiagram(part.text) : undefined;
    if (diagram !== undefined) Object.assign(part, { kind: "text", text: diagram });
  }
}

/** Sets the titles of the pages about the project, and removes the README's own title, which typedoc repeats. */
function nameDocuments(project: ProjectReflection): void {
  const [title] = project.readme ?? [];
  if (title) title.text = title.text.replace(/^# .*\n+/, "");
  for (const document of project.documents ?? [])
    document.name = PROJECT_PAGES[`${document.name}.md`] ?? document.name;
}
