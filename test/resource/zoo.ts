import { pathToFileURL } from "node:url";
import type { ItemEndpoint, ListEndpoint } from "../../src/endpoint.js";
import type { Files } from "../../scripts/generate/files.js";
import { renderFile, writeTexts } from "../generate/document-files.js";

/**
 * A document with two lists of different shapes, and an operation that returns one item. One list is by page number,
 * with nested results and numeric keys. The other is by offset, with offsets from 0.
 */
const DOCUMENT = `openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: "https://zoo.test/v1" }]
components:
  schemas:
    Animal: { type: object, required: [tag], properties: { tag: { type: integer }, fed: { type: [string, "null"], x-null-text: true } } }
    Keeper: { type: object, required: [name], properties: { name: { type: string }, left: { type: [string, "null"], x-null-text: true } } }
  parameters:
    Zoo: { name: zoo, in: path, required: true, schema: { type: string } }
paths:
  /zoos/{zoo}/animals:
    get:
      operationId: listAnimals
      parameters:
        - $ref: "#/components/parameters/Zoo"
        - { name: p, in: query, schema: { type: integer, minimum: 0 } }
        - { name: size, in: query, schema: { type: integer, minimum: 1, maximum: 50 } }
        - { name: since, in: query, schema: { type: string, format: date-time } }
        - { name: diet, in: query, schema: { type: string, enum: [meat, plants] } }
      x-speakeasy-pagination:
        type: offsetLimit
        inputs: [{ name: p, in: parameters, type: page }, { name: size, in: parameters, type: limit }]
        outputs: { results: $.herd.animals }
      x-list: { itemKey: tag, total: [$.herd.count] }
      responses:
        "200":
          description: Animals.
          content:
            application/json:
              schema:
                type: object
                properties:
                  herd: { type: object, properties: { animals: { type: array, items: { $ref: "#/components/schemas/Animal" } }, count: { type: integer } } }
  /zoos/{zoo}/keepers:
    get:
      operationId: listKeepers
      parameters:
        - $ref: "#/components/parameters/Zoo"
        - { name: skip, in: query, schema: { type: integer, minimum: 0 } }
        - { name: take, in: query, schema: { type: integer, minimum: 1 } }
      x-speakeasy-pagination:
        type: offsetLimit
        inputs: [{ name: skip, in: parameters, type: offset }, { name: take, in: parameters, type: limit }]
        outputs: { results: $.keepers }
      x-list: { itemKey: name, total: [$.meta.total], start: [$.meta.from], end: [$.meta.to], firstOffset: 0 }
      responses:
        "200":
          description: Keepers.
          content:
            application/json:
              schema:
                type: object
                properties:
                  keepers: { type: array, items: { $ref: "#/components/schemas/Keeper" } }
                  meta: { type: object, properties: { total: { type: integer }, from: { type: integer }, to: { type: integer } } }
  /zoos/{zoo}/keepers/{keeper}:
    get:
      operationId: getKeeper
      parameters:
        - $ref: "#/components/parameters/Zoo"
        - { name: keeper, in: path, required: true, schema: { type: string } }
        - { name: full, in: query, schema: { type: boolean } }
      x-item: [$.result.keeper, $.result]
      responses:
        "200":
          description: A keeper.
          content:
            application/json:
              schema: { type: object, properties: { result: { $ref: "#/components/schemas/Keeper" } } }
`;

/** The generated endpoints of the document. */
export interface Zoo {
  listAnimalsEndpoint: ListEndpoint;
  listKeepersEndpoint: ListEndpoint;
  getKeeperEndpoint: ItemEndpoint;
}

/** Generates the files of the document into a folder. */
export async function generateZoo(folder: string): Promise<{ files: Files; endpoints: Zoo }> {
  const files = await renderFile(writeTexts(folder, { "zoo.yaml": DOCUMENT }));
  const path = writeTexts(folder, { "operations.ts": files.get("operations.ts") ?? "" });
  const endpoints = (await import(pathToFileURL(path).href)) as Zoo;
  return { files, endpoints };
}
