import { describe, expect, test } from "vitest";
import type { ApiChange } from "../../scripts/api/change.js";
import { compareApi } from "../../scripts/api/compare.js";

/** A small API that is similar to ours. */
const BASE = `
export declare function createClient(options: ClientOptions): Client;
export declare const DEFAULT_PER_PAGE = 100;
export declare class ApiError extends Error {
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
}
export interface ClientOptions extends Hooks {
  token: string;
  /** @default 2 */
  maxRetries?: number | undefined;
  mode?: "warn" | "strict" | undefined;
}
export interface Hooks {
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
}
export interface RetryEvent {
  reason: number | Error;
  headers: Headers;
}
export interface Client {
  list(query?: Query): Promise<Page>;
}
export interface Query {
  status?: "LIVE" | "ENDED" | undefined;
  since?: string | Date | undefined;
}
export interface Page {
  sessions: Session[];
  nextPageNo: number | undefined;
}
export type Session = Components["Session"];
export type Unused = "a" | "b";
interface Components {
  Session: { id: string; status: "LIVE" | "ENDED"; ended_at?: string };
}
export {};
`;

/** Returns the changes of the API by one replacement. */
function findChanges(from: string, to: string): ApiChange[] {
  expect(BASE).toContain(from);
  return compareApi(BASE, BASE.replace(from, to));
}

/** Changes that break callers. */
const MAJOR: [title: string, from: string, to: string, name: string][] = [
  [
    "an exported function is removed",
    "export declare function createClient",
    "declare function createClient",
    "createClient",
  ],
  [
    "a class no longer extends another",
    "ApiError extends Error {",
    "ApiError {\n  name: string;\n  message: string;\n  stack?: string;\n  cause?: unknown;",
    "ApiError",
  ],
  ["an exported type is removed", "export type Unused", "type Unused", "Unused"],
  [
    "a hook's event field gains a type",
    "reason: number | Error",
    "reason: number | Error | string",
    "RetryEvent.reason",
  ],
  [
    "a hook's event field is narrowed",
    "headers: Headers",
    "headers: { get(name: string): string }",
    "RetryEvent.headers",
  ],
  ["a hook's event field is removed", "  headers: Headers;\n", "", "RetryEvent.headers"],
  ["a field of a result is removed", "  nextPageNo: number | undefined;\n", "", "Page.nextPageNo"],
  ["a field of a result becomes optional", "sessions: Session[]", "sessions?: Session[]", "Page.sessions"],
  [
    "a union of a result gains a member",
    `status: "LIVE" | "ENDED"; ended`,
    `status: "LIVE" | "ENDED" | "NEW"; ended`,
    "Session.status",
  ],
  ["a field of a result may be null", "ended_at?: string", "ended_at?: string | null", "Session.ended_at"],
  ["an option is removed", `  mode?: "warn" | "strict" | undefined;\n`, "", "ClientOptions.mode"],
  ["an option accepts less", `"warn" | "strict"`, `"strict"`, "ClientOptions.mode"],
  [
    "an option becomes required",
    "maxRetries?: number | undefined",
    "maxRetries: number",
    "ClientOptions.maxRetries",
  ],
  ["a required option is added", "token: string;", "token: string; appId: string;", "ClientOptions.appId"],
  [
    "a query parameter of a method accepts less",
    "since?: string | Date | undefined",
    "since?: Date | undefined",
    "Query.since",
  ],
  [
    "a field of an error is removed",
    "  readonly retryAfterMs: number | undefined;\n",
    "",
    "ApiError.retryAfterMs",
  ],
  ["a documented default is removed", "  /** @default 2 */\n", "", "ClientOptions.maxRetries"],
  ["a documented default changes", "@default 2", "@default 3", "ClientOptions.maxRetries"],
  ["a constant changes its value", "DEFAULT_PER_PAGE = 100", "DEFAULT_PER_PAGE = 50", "DEFAULT_PER_PAGE"],
  ["a type that no function uses is narrowed", `Unused = "a" | "b"`, `Unused = "a"`, "Unused"],
  ["a type that no function uses is widened", `Unused = "a" | "b"`, `Unused = "a" | "b" | "c"`, "Unused"],
];

/** Changes that add to the API. */
const MINOR: [title: string, from: string, to: string, name: string][] = [
  [
    "a method gets an optional parameter",
    "list(query?: Query)",
    "list(query?: Query, signal?: AbortSignal)",
    "Client",
  ],
  ["an export is added", "export {};", "export declare const extra: string;\nexport {};", "extra"],
  ["an optional option is added", "token: string;", "token: string; appId?: string;", "ClientOptions.appId"],
  [
    "a hook is added",
    "export interface Hooks {",
    "export interface Hooks { onRequest?: () => void;",
    "Hooks.onRequest",
  ],
  [
    "a hook's event field is added",
    "headers: Headers;",
    "headers: Headers; attempt: number;",
    "RetryEvent.attempt",
  ],
  [
    "a field of a result is added",
    "sessions: Session[];",
    "sessions: Session[]; total: number;",
    "Page.total",
  ],
  ["an option accepts more", `"warn" | "strict"`, `"warn" | "strict" | "off"`, "ClientOptions"],
  [
    "a field of an error is added",
    "readonly status:",
    "readonly bodyText: string; readonly status:",
    "ApiError.bodyText",
  ],
];

describe("compareApi", () => {
  test("reports no change if the API is the same", () => {
    expect(compareApi(BASE, BASE)).toEqual([]);
  });

  test("reports no change if only comments and the order of declarations differ", () => {
    const unused = `export type Unused = "a" | "b";\n`;
    expect(BASE).toContain(unused);
    expect(compareApi(BASE, `// A comment.\n${unused}${BASE.replace(unused, "")}`)).toEqual([]);
  });

  test.each(MAJOR)("requires a major version if %s", (_, from, to, name) => {
    expect(findChanges(from, to)).toContainEqual(expect.objectContaining({ name, severity: "major" }));
  });

  test.each(MINOR)("requires a minor version if %s", (_, from, to, name) => {
    const changes = findChanges(from, to);
    expect(changes.map((change) => change.name)).toContain(name);
    expect(changes.every(({ severity }) => severity === "minor")).toBe(true);
  });

  test.each([
    ["function", "export declare function createClient", "createClient"],
    ["constant", "export declare const DEFAULT_PER_PAGE", "DEFAULT_PER_PAGE"],
    ["class", "export declare class ApiError", "ApiError"],
    ["interface", "export interface Page", "Page"],
    ["type", "export type Unused", "Unused"],
    ["field", "  sessions: Session[];", "Page.sessions"],
    ["method", "  list(query?: Query)", "Client.list"],
    ["option with a default", "  /** @default 2 */\n  maxRetries", "ClientOptions.maxRetries"],
  ])("requires a minor version if the %s is deprecated", (_, from, name) => {
    const comment = from.includes("@default") ? "" : "/** @deprecated */\n";
    const to = comment + from.replace("@default 2", "@default 2\n @deprecated");
    expect(findChanges(from, to)).toEqual([{ name, message: "is deprecated", severity: "minor" }]);
  });

  test("reports the deprecation of a generic type, and no other change of it", () => {
    const base = "export interface List<T> { items: T[] }\nexport {};\n";
    expect(compareApi(base, `/** @deprecated */\n${base}`)).toEqual([
      { name: "List", message: "is deprecated", severity: "minor" },
    ]);
  });

  test("reports a deprecation with the members that are added to the same type", () => {
    const to = "/** @deprecated */ sessions: Session[]; /** @deprecated */ total: number;";
    const changes = findChanges("sessions: Session[];", to).filter(({ name }) => name.startsWith("Page"));
    expect(changes).toEqual([
      { name: "Page.sessions", message: "is deprecated", severity: "minor" },
      { name: "Page.total", message: "was added", severity: "minor" },
    ]);
  });

  test("reports a deprecation that is withdrawn, or of one signature only, as another declaration", () => {
    const deprecated = BASE.replace("export interface Page", "/** @deprecated */ export interface Page");
    expect(compareApi(deprecated, BASE)).toEqual([
      { name: "Page", message: "has another declaration", severity: "minor" },
    ]);
    const signature = "export declare function f(): void;\n";
    const base = `${signature}export declare function f(a: string): void;\n`;
    expect(compareApi(base, `/** @deprecated */\n${base}`)).toEqual([
      { name: "f", message: "has another declaration", severity: "minor" },
    ]);
  });

  test("reports no removed default if another signature documents none", () => {
    const base = "export declare function f(options: {\n  /** @default 2 */\n  a?: number }): void;\n";
    const other = "export declare function f(options: { a?: number; b: string }): void;\n";
    const messages = compareApi(base, base + other).map(({ message }) => message);
    expect(messages).not.toContain("no longer has the default 2");
  });

  test("does not report the loss of a base class without a name", () => {
    const base = "declare const Base: new () => { id: string };\nexport declare class Pen extends Base {}\n";
    const ownField = base.replace("extends Base {}", "{ id: string }");
    expect(compareApi(base, ownField)).toEqual([
      { name: "Pen", message: "has another declaration", severity: "minor" },
    ]);
  });

  test("names both types of a field that changed", () => {
    expect(findChanges("reason: number | Error", "reason: number | Error | string")).toContainEqual({
      name: "RetryEvent.reason",
      message: "changed from number | Error to string | number | Error",
      severity: "major",
    });
  });

  test("reports the changed type once, and not for each export that names it", () => {
    expect(findChanges("reason: number | Error;", "")).toEqual([
      { name: "RetryEvent.reason", message: "was removed", severity: "major" },
    ]);
  });

  test("reports the exports that use a changed type which is not exported", () => {
    const base = `export declare function listPens(): Pen[];\ninterface Pen { ink: string }\nexport {};\n`;
    expect(compareApi(base, base.replace("ink: string", "cap: string"))).toEqual([
      {
        name: "listPens",
        message: "has the type () => Pen[], which refers to a changed type",
        severity: "major",
      },
    ]);
  });
});
