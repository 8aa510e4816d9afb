import { describe, expect, it } from "vitest";
import { derived, local, NameSpace } from "../../scripts/generate/names.js";

/** The names of operations, and then of schemas, in one document. */
function namesOf(operations: readonly string[], schemas: readonly string[] = []): string[] {
  const names = new NameSpace();
  return [...operations.map((id) => names.ofOperation(id)), ...schemas.map((id) => names.ofSchema(id))];
}

describe("an operation's function is named by its id", () => {
  it.each([
    ["list", "list"],
    ["List", "list"],
    ["listAll", "listAll"],
    ["repos/list-tags for_org", "reposListTagsForOrg"],
    ["  --list__all--", "listAll"],
    ["get /things/{id}", "getThingsId"],
    ["grüße", "grüße"],
    ["$count", "$count"],
    ["a+$b", "a$b"],
    ["v2/1st", "v21st"],
    ["1st", "_1st"],
    ["delete", "_delete"],
    ["Delete", "_delete"],
    ["deleteAll", "deleteAll"],
    ["---", "_"],
    ["查询", "查询"],
  ])("%s as %s", (id, want) => {
    expect(namesOf([id])).toEqual([want]);
  });
});

describe("an operation's function is numbered where its name is taken", () => {
  it.each([
    ["by others", ["list", "List", "li-st", "list"], ["list", "list2", "liSt", "list3"]],
    ["by others with its number", ["list", "list2", "list"], ["list", "list2", "list3"]],
    ["by what the client's file uses", ["call"], ["call2"]],
    ["by what every client exports", ["baseUrl", "createApiClient"], ["baseUrl2", "createApiClient2"]],
    ["by what goes with another", ["list", "listQuery", "listPath"], ["list", "listQuery2", "listPath2"]],
    ["for what goes with it", ["listEndpoint", "list"], ["listEndpoint", "list2"]],
    ["for its type, by what the client's file uses", ["promise", "apiResult"], ["promise2", "apiResult2"]],
    ["for its type, by the parameters of another", ["list", "listParams"], ["list", "listParams2"]],
    ["for its parameters, by the type of another", ["listParams", "list"], ["listParams", "list2"]],
  ])("%s", (_, ids, want) => {
    expect(namesOf(ids)).toEqual(want);
  });
});

describe("a schema's type is named by its key", () => {
  it.each([
    ["with a capital", "thing", "Thing"],
    ["in one word", "odd-name.v1", "OddNameV1"],
    ["if it is reserved, with a mark", "any", "_Any"],
    ["if it begins with no letter, with a mark", "1st", "_1st"],
    ["if it has no capital form, as it is", "查询", "查询"],
  ])("%s", (_, key, want) => {
    expect(namesOf([], [key])).toEqual([want]);
  });

  it.each([
    ["another schema", [], ["odd-name", "OddName"], ["OddName", "OddName2"]],
    ["what every client exports", [], ["ApiClient", "$defs"], ["ApiClient2", "$defs2"]],
    [
      "what goes with an operation",
      ["list"],
      ["ListParams", "ListQuery"],
      ["list", "ListParams2", "ListQuery2"],
    ],
  ])("and a number where it is that of %s", (_, operations, keys, want) => {
    expect(namesOf(operations, keys)).toEqual(want);
  });

  it("though not where it is only used inside the client's file", () => {
    expect(namesOf(["list"], ["List", "Client", "Promise"])).toEqual(["list", "List", "Client", "Promise"]);
  });
});

describe("what goes with an operation has names of its own", () => {
  it.each([
    ["list", "List", ["ListParams", "ListQuery", "listPath", "listEndpoint", "listOperation"]],
    [
      "_delete",
      "_Delete",
      ["_DeleteParams", "_DeleteQuery", "_deletePath", "_deleteEndpoint", "_deleteOperation"],
    ],
    ["_1st", "_1st", ["_1stParams", "_1stQuery", "_1stPath", "_1stEndpoint", "_1stOperation"]],
    ["_", "_", ["_Params", "_Query", "_Path", "_Endpoint", "_Operation"]],
    ["查询", "查询", ["查询Params", "查询Query", "查询Path", "查询Endpoint", "查询Operation"]],
  ])("as of %s", (name, type, want) => {
    expect(local.type(name)).toBe(type);
    const { params, query, path, endpoint, descriptor } = derived;
    expect([params, query, path, endpoint, descriptor].map((make) => make(name))).toEqual(want);
    expect(new Set(want).size).toBe(want.length);
  });
});
