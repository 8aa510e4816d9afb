import { expect, test } from "vitest";
import { createTemporaryFolder } from "../generate/document-files.js";
import { findTypeErrors } from "../generate/type-check.js";
import { generateZoo } from "./zoo.js";

const folder = createTemporaryFolder();

test("the types of lists and items come from the document", async () => {
  const { files } = await generateZoo(folder);
  const program = `
import { expectTypeOf } from "vitest";
import { getItem } from "../../../src/item.js";
import { createListResource } from "../../../src/list-resource.js";
import type { ClientContext } from "../../../src/resource.js";
import { getKeeperEndpoint, listAnimalsEndpoint, listKeepersEndpoint, type paths } from "./index.js";
declare const context: ClientContext<paths>;
const animals = createListResource(context, listAnimalsEndpoint);
const keepers = createListResource(context, listKeepersEndpoint);
for await (const animal of animals.iterate({ since: new Date(), diet: "meat" }))
  expectTypeOf(animal).toEqualTypeOf<{ tag: number; fed?: string | null }>();
const page = await keepers.list({ skip: 5, take: 5 });
expectTypeOf(page.keepers).toEqualTypeOf<{ name: string; left?: string | null }[]>();
expectTypeOf(page.body.meta?.total).toEqualTypeOf<number | undefined>();
expectTypeOf((await animals.list()).animals[0]?.tag).toEqualTypeOf<number | undefined>();
expectTypeOf(await getItem(context, getKeeperEndpoint, { keeper: "a" })).toEqualTypeOf<{ name: string; left?: string | null }>();
// @ts-expect-error - the document has no such diet
void animals.list({ diet: "stones" });
// @ts-expect-error - the document has no such parameter
void animals.list({ skip: 5 });
`;
  expect(findTypeErrors(files, program)).toEqual([]);
});
