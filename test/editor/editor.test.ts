import { beforeAll, describe, expect, test } from "vitest";
import { type Editor, openEditor } from "./editor.js";

const SOURCE = `
import { createSessionsClient, type Session } from "../../src/index.js";

const client = createSessionsClient({ accountId: "a", appId: "b", apiToken: "c", maxRetries: 1 });
for await (const session of client.iterate({ status: "ENDED", sort_by: "createdAt", per_page: 3 })) {
  console.log(session.status, session.type, session.ended_at);
}
const [first] = await client.collect({}, { limit: 1 });
const page = await client.list();
const wrong: number = page.sessions[0] as Session;
console.log(first, wrong, client.pages);
`;

describe("an editor", () => {
  let editor: Editor;
  beforeAll(() => {
    editor = openEditor(SOURCE);
  });

  test.each([
    ["const session", "const session: Session"],
    ["const [first", "const first: Session | undefined"],
    ["const page", "const page: SessionsPage"],
    ["const client", "const client: SessionsClient"],
    ["page.sessions", "(property) SessionsPage.sessions: Session[]"],
  ])("shows the type of `%s` on hover", (text, signature) => {
    expect(editor.hover(text).signature).toBe(signature);
  });

  test.each([
    ["session.status", "Whether the session is live or has ended."],
    ["session.type", "The kind of session."],
    ["session.ended_at", "When the session ended."],
    ["{ status", "Returns only the sessions with this status."],
    [", sort_by", "The field to sort by."],
    [", per_page", "The page size."],
    [", maxRetries", "The maximum number of retries of a request"],
  ])("shows the description of `%s` as the main text on hover", (text, description) => {
    expect(editor.hover(text).text).toMatch(description);
  });

  test.each(["client.list", "client.pages", "client.iterate", "client.collect"])(
    "shows `%s` as a method with descriptions of its parameters and errors",
    (text) => {
      const { signature, text: description, tags } = editor.hover(text);
      expect(signature).toMatch(/^\(method\) /);
      expect(description).not.toBe("");
      const getTexts = (tag: string): string[] =>
        tags.filter(({ name }) => name === tag).map(({ text: tagText }) => tagText);
      expect(getTexts("param")).toEqual([
        expect.stringMatching(/^query - [A-Z]\w*[ ,]/),
        expect.stringMatching(/^options - [A-Z]\w*[ ,]/),
      ]);
      // An editor treats a link at the beginning as the type of the error, and does not show it.
      expect(getTexts("throws").join("\n")).toMatch(/^[\w`]/);
    },
  );

  test.each(["Session", "SessionsQuery", "SessionsPage", "SessionsClientOptions", "SessionsClient"])(
    "shows a description of every member of %s",
    (type) => {
      const members = editor.getMembers(type);
      expect(members).not.toEqual([]);
      expect(members.filter(({ text }) => text === "")).toEqual([]);
    },
  );

  test("suggests methods, fields, parameters and values", () => {
    expect(editor.complete("console.log(first, wrong, client.")).toEqual(
      expect.arrayContaining(["list", "pages", "iterate", "collect"]),
    );
    expect(editor.complete("console.log(session.")).toEqual(
      expect.arrayContaining(["id", "minutes_consumed"]),
    );
    expect(editor.complete("iterate({ ")).toEqual(
      expect.arrayContaining(["status", "page_no", "start_time"]),
    );
    expect(editor.complete('status: "')).toEqual(["ENDED", "LIVE"]);
    expect(editor.complete('sort_by: "')).toEqual(["createdAt", "minutesConsumed"]);
  });

  test("names a type in an error instead of its fields", () => {
    expect(editor.getErrors()).toEqual(["Type 'Session' is not assignable to type 'number'."]);
  });
});
