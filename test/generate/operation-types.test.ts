import { describe, expect, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { Json } from "../../scripts/document/json.js";
import { renderSchema } from "../../scripts/generate/render-schema.js";
import { SpecError } from "../../scripts/problem.js";
import { createDocument, createRoot } from "./create-document.js";
import { renderSchemaFile } from "./schema-file.js";

describe("the types of operations", () => {
  test("leave out fields that are never present, and have their own parameter types", async () => {
    const paths = `
/things/{id}:
  parameters: [{ $ref: "#/components/parameters/Id" }, { name: trace, in: query, schema: { type: string } }]
  get:
    operationId: read
    parameters: [{ name: size, in: query, description: How many., schema: { type: integer, default: 10 } }]
    responses:
      "200": { description: One., headers: { X-Left: { schema: { type: integer } } }, content: { application/json: { schema: { type: object, properties: { state: { enum: [on, off] } } } } } }
      "204": { description: None. }
      default: { $ref: "#/components/responses/Failed" }
`;
    const root = createRoot("{}", paths);
    const parameters = { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } };
    const responses = {
      Failed: { description: "It failed.", content: { "text/plain": { schema: { type: "string" } } } },
    };
    const text = await renderSchemaFile({ ...root, components: { schemas: {}, parameters, responses } });
    expect(text).toBe(`export interface paths {
  "/things/{id}": {
    get: operations["read"];
  };
}

export interface components {
  responses: {
    /** It failed. */
    Failed: {
      content: {
        "text/plain": string;
      };
    };
  };
}

export interface operations {
  read: {
    parameters: {
      query?: {
        trace?: string;
        /**
         * How many.
         *
         * @default 10
         */
        size?: number;
      };
      path: {
        id: string;
      };
    };
    responses: {
      /** One. */
      200: {
        headers: {
          "X-Left"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/json": { state?: "on" | "off" | (string & {}) };
        };
      };
      /** None. */
      204: {
        content?: never;
      };
      default: components["responses"]["Failed"];
    };
  };
}
`);
  });

  test("have the content of a component that refers to another", async () => {
    const responses = {
      Failed: { description: "No.", content: { "text/plain": { schema: { type: "string" } } } },
      Alias: { $ref: "#/components/responses/Failed" },
    };
    const text = await renderSchemaFile({ ...createRoot("{}"), components: { responses } });
    expect(text.match(/"text\/plain": string;/g)).toHaveLength(2);
  });

  test("leave out the headers that OpenAPI ignores", async () => {
    const paths = `
/things:
  get:
    parameters: [{ name: authorization, in: header, required: true, schema: { type: string } }, { name: X-Trace, in: header, schema: { type: string } }]
    responses: { "204": { description: ok } }
`;
    const text = await renderSchemaFile(createRoot("{}", paths));
    expect(text).toContain('"X-Trace"?: string;');
    expect(text).not.toContain("authorization");
  });

  test("have strings for binary strings of JSON, forms, parameters and headers", async () => {
    const binary = "{ type: string, format: binary }";
    const paths = `
/things:
  parameters: [{ name: q, in: query, schema: ${binary} }]
  post:
    requestBody:
      content:
        application/json: { schema: { properties: { sent: ${binary}, shared: { $ref: '#/components/schemas/Shared' } } } }
        application/x-www-form-urlencoded: { schema: { properties: { field: ${binary} } } }
        multipart/form-data:
          schema: { properties: { file: ${binary}, files: { type: array, items: ${binary} }, shared: { $ref: '#/components/schemas/Shared' } } }
        image/png: { schema: ${binary} }
    responses:
      "200":
        description: ok
        headers: { X-Hash: { schema: ${binary} } }
        content:
          application/json: { schema: { properties: { received: { type: array, items: { $ref: '#/components/schemas/Bytes' } } } } }
          application/pdf: { schema: ${binary} }
`;
    const file = await renderSchemaFile(
      createRoot(`{ Shared: ${binary}, Bytes: ${binary}, Unused: ${binary} }`, paths),
    );
    expect(file.match(/^export type .*$/gm)?.slice(0, 3)).toEqual([
      "export type Shared = Blob;",
      "export type Bytes = string;",
      "export type Unused = Blob;",
    ]);
    const fields = [...file.matchAll(/"?([\w/-]+)"?\??: (string|Blob)(\[\])?[; }]/g)];
    expect(Object.fromEntries(fields.map(([, name, type]) => [name, type]))).toEqual({
      q: "string",
      sent: "string",
      field: "string",
      file: "Blob",
      files: "Blob",
      "image/png": "Blob",
      "X-Hash": "string",
      "application/pdf": "Blob",
    });
  });

  test("have files for the binary parts of a multipart body", async () => {
    const paths = `
/things:
  post:
    requestBody:
      content:
        multipart/form-data:
          schema:
            type: object
            required: [file]
            properties:
              file: { type: string, contentMediaType: application/octet-stream }
              maybe: { type: [string, 'null'], contentMediaType: image/png }
              many: { type: array, items: { contentMediaType: image/png } }
              photo: { type: string }
              shared: { $ref: '#/components/schemas/Text' }
              note: { type: string, contentMediaType: text/plain }
              data: { type: string, contentMediaType: application/json }
              coded: { type: string, contentMediaType: image/png, contentEncoding: base64 }
              csv: { type: string, contentMediaType: image/png }
              offer: { type: string }
              size: { type: integer }
          encoding:
            offer: { contentType: application/sdp }
            photo: { contentType: "image/png, image/jpeg" }
            shared: { contentType: image/png }
            csv: { contentType: text/csv }
            size: { contentType: application/octet-stream }
        application/json:
          schema: { type: object, properties: { text: { $ref: '#/components/schemas/Text' }, odd: { type: string, contentMediaType: image/png } } }
    responses: { "204": { description: ok } }
`;
    const text = await renderSchemaFile(createRoot("{ Text: { type: string } }", paths));
    const [, form = "", json = ""] = text.split(/"multipart\/form-data"|"application\/json"/);
    expect([...form.matchAll(/^ +(\w+)\??: (.*);$/gm)].map(([, name, type]) => `${name}: ${type}`)).toEqual([
      ...["file: Blob", "maybe: Blob | null", "many: Blob[]", "photo: Blob", "shared: Blob"],
      ...["note: string", "data: string", "coded: string", "csv: string", "offer: string", "size: number"],
    ]);
    expect(json).toContain("text?: Text;");
    expect(json).toContain("odd?: string;");
  });

  test("are named once for a path item that two paths share", async () => {
    const item = "{ $ref: '#/components/pathItems/Thing' }";
    const root = createRoot("{}", `{ /a: ${item}, /b: ${item} }`);
    const pathItems = {
      Thing: { get: { operationId: "read", responses: { "204": { description: "ok" } } } },
    };
    const text = await renderSchemaFile({ ...root, components: { pathItems } });
    expect(text.match(/^ {2}read: \{$/gm)).toHaveLength(1);
    expect(text).toContain(`"/b": {\n    get: {\n      responses: {`);
  });
});

describe("a failure", () => {
  const createWithInfo = async (info: () => Json): Promise<SpecDocument> => {
    const document = await createDocument({ paths: {} });
    return { ...document, root: Object.defineProperty(document.root, "info", { get: info }) };
  };

  test("of openapi-typescript is reported with the name of the document", async () => {
    // No object that can be converted to text.
    const parameters = [{ name: { toString: "", valueOf: "" }, in: "query", schema: {} }];
    const document = await createDocument({ paths: { "/a": { get: { parameters, responses: {} } } } });
    expect(() => renderSchema(document, [])).toThrow(SpecError);
    expect(() => renderSchema(document, [])).toThrow("openapi-typescript failed: TypeError");
  });

  test("of the generator itself is not reported as one of openapi-typescript", async () => {
    const document = await createWithInfo(() => {
      throw new RangeError("unreadable");
    });
    expect(() => renderSchema(document, [])).toThrow(new RangeError("unreadable"));
  });
});
