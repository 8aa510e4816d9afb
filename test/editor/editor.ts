import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The information that an editor shows for a position in a file. */
interface Hover {
  /** The declaration, such as `const session: Session`. */
  signature: string;
  /** The description. */
  text: string;
  /** The tags by name, each with its text. */
  tags: { name: string; text: string }[];
}

/** A file in an editor, through TypeScript's language service. */
export interface Editor {
  /** Returns the hover information at the last character of the first occurrence of a text. */
  hover: (text: string) => Hover;
  /** Returns the sorted completions directly after a text. */
  complete: (text: string) => string[];
  /** Returns the members of an exported type of the package with their descriptions. */
  getMembers: (type: string) => { name: string; text: string }[];
  /** Returns the messages of all errors. */
  getErrors: () => string[];
}

/** Opens a file that imports the package's sources. */
export function openEditor(source: string): Editor {
  const file = `${root}test/editor/opened.ts`;
  const service = createService(file, source);

  function findEnd(text: string): number {
    const start = source.indexOf(text);
    if (start < 0) throw new Error(`The file does not contain ${text}`);
    return start + text.length;
  }

  return {
    hover(text) {
      const info = service.getQuickInfoAtPosition(file, findEnd(text) - 1);
      return {
        signature: ts.displayPartsToString(info?.displayParts),
        text: ts.displayPartsToString(info?.documentation),
        tags: (info?.tags ?? []).map((tag) => ({
          name: tag.name,
          text: ts.displayPartsToString(tag.text),
        })),
      };
    },
    complete: (text) =>
      (service.getCompletionsAtPosition(file, findEnd(text), undefined)?.entries ?? [])
        .map(({ name }) => name)
        .sort(),
    getMembers: (type) => getMembers(service, type),
    getErrors: () =>
      service
        .getSemanticDiagnostics(file)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  };
}

/** Creates a language service with one file, which does not exist on disk. */
function createService(file: string, source: string): ts.LanguageService {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  );
  const readFile = (path: string): string | undefined => (path === file ? source : ts.sys.readFile(path));
  return ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, types: [], noEmit: true }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile,
    directoryExists: (path) => ts.sys.directoryExists(path),
  });
}

function getMembers(service: ts.LanguageService, type: string): { name: string; text: string }[] {
  const program = service.getProgram();
  const entry = program?.getSourceFile(`${root}src/index.ts`);
  const checker = program?.getTypeChecker();
  const module = entry && checker?.getSymbolAtLocation(entry);
  const exported = module && checker?.getExportsOfModule(module).find(({ name }) => name === type);
  if (!checker || !exported) throw new Error(`The package does not export ${type}`);
  const declared = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  return checker
    .getDeclaredTypeOfSymbol(declared)
    .getProperties()
    .map((member) => ({
      name: member.name,
      text: ts.displayPartsToString(member.getDocumentationComment(checker)),
    }));
}
