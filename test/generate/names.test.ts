import { describe, expect, test } from "vitest";
import { derivedNames, localNames, NameSpace } from "../../scripts/generate/names.js";

/** Returns the names of operations and schemas in one document. */
function getNames(operations: readonly string[], schemas: readonly string[] = []): string[] {
  const names = new NameSpace();
  return [...operations.map((id) => names.nameOperation(id)), ...schemas.map((id) => names.nameSchema(id))];
}

describe("an operation's function", () => {
  test.each([
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
    ["then", "_then"],
    ["查询", "查询"],
  ])("of %s is named %s", (id, expected) => {
    expect(getNames([id])).toEqual([expected]);
  });
});

describe("an operation's function with a used name", () => {
  test.each([
    ["after other operations", ["list", "List", "li-st", "list"], ["list", "list2", "liSt", "list3"]],
    ["after others with its number", ["list", "list2", "list"], ["list", "list2", "list3"]],
    ["after names that the client's file uses", ["call"], ["call2"]],
    ["after the exports of every client", ["baseUrl", "createApiClient"], ["baseUrl2", "createApiClient2"]],
    [
      "after the exports of another operation",
      ["list", "listQuery", "listPath"],
      ["list", "listQuery", "listPath2"],
    ],
    ["if one of its exports has a used name", ["listEndpoint", "list"], ["listEndpoint", "list2"]],
  ])("is numbered %s", (_, ids, expected) => {
    expect(getNames(ids)).toEqual(expected);
  });
});

test("an operation's function is not numbered for a type that stays within the client's file", () => {
  const ids = ["list", "list_params", "list_query", "promise", "apiResult"];
  expect(getNames(ids)).toEqual(["list", "listParams", "listQuery", "promise", "apiResult"]);
});

describe("a schema's type", () => {
  test.each([
    ["with a capital", "thing", "Thing"],
    ["in one word", "odd-name.v1", "OddNameV1"],
    ["with an underscore, if it is reserved", "any", "_Any"],
    ["with an underscore, if it begins with a digit", "1st", "_1st"],
    ["unchanged, if it has no capital form", "查询", "查询"],
  ])("is named after its key %s", (_, key, expected) => {
    expect(getNames([], [key])).toEqual([expected]);
  });

  test.each([
    ["another schema", [], ["odd-name", "OddName"], ["OddName", "OddName2"]],
    ["the exports of every client", [], ["ApiClient", "$defs"], ["ApiClient2", "$defs2"]],
    [
      "the exports of an operation",
      ["list"],
      ["ListParams", "ListQuery"],
      ["list", "ListParams2", "ListQuery2"],
    ],
  ])("is numbered after %s", (_, operations, keys, expected) => {
    expect(getNames(operations, keys)).toEqual(expected);
  });

  test("may have a name that only the client's file uses", () => {
    expect(getNames(["list"], ["List", "Client", "Promise"])).toEqual(["list", "List", "Client", "Promise"]);
  });
});

describe("the exports of an operation", () => {
  test.each([
    ["list", "List_Operation", ["ListParams", "ListQuery", "listPath", "listEndpoint", "listOperation"]],
    [
      "_delete",
      "_Delete_Operation",
      ["_DeleteParams", "_DeleteQuery", "_deletePath", "_deleteEndpoint", "_deleteOperation"],
    ],
    ["_1st", "_1st_Operation", ["_1stParams", "_1stQuery", "_1stPath", "_1stEndpoint", "_1stOperation"]],
    ["_", "__Operation", ["_Params", "_Query", "_Path", "_Endpoint", "_Operation"]],
    ["查询", "查询_Operation", ["查询Params", "查询Query", "查询Path", "查询Endpoint", "查询Operation"]],
  ])("are named after the function %s", (name, type, expected) => {
    expect(localNames.type(name)).toBe(type);
    const { params, query, path, endpoint, descriptor } = derivedNames;
    expect([params, query, path, endpoint, descriptor].map((formatName) => formatName(name))).toEqual(
      expected,
    );
    expect(new Set(expected).size).toBe(expected.length);
  });

  test("have names that no other operation can have", () => {
    const names = getNames(["getUser", "getUserData", "getUser_Data", "getUserBody", "getUserError"]);
    expect(names).toEqual(["getUser", "getUserData", "getUserData2", "getUserBody", "getUserError"]);
    const types = names.flatMap((name) => Object.values(localNames).map((formatName) => formatName(name)));
    expect(new Set(types).size).toBe(types.length);
  });
});
