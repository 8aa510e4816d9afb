/** A path with a list whose pages have the URL of the next page in the body. */
export const ROWS = `  /rows:
    get:
      operationId: listRows
      x-speakeasy-pagination: { type: url, outputs: { results: $.rows, nextUrl: $.next } }
      x-list: { itemKey: id }
      responses:
        "200":
          description: Rows
          content:
            application/json:
              schema:
                type: object
                properties:
                  rows: { type: array, items: { type: object, properties: { id: { type: string } } } }
                  next: { type: string }
`;
