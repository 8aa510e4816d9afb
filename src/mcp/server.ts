import { McpServer, type StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import type { SessionsClient } from "../sessions.js";
import { readValues, type Rules } from "../values.js";
import { TOOLS } from "./tools.js";

/** Creates a server of the Model Context Protocol for the sessions of one app. */
export function createMcpServer(client: SessionsClient, version: string): McpServer {
  const server = new McpServer({ name: "realtimekit-sessions", version });
  for (const { name, description, parameters, run } of TOOLS)
    server.registerTool(
      name,
      {
        description,
        inputSchema: createSchema(parameters),
        annotations: { readOnlyHint: true, openWorldHint: true },
      },
      // An exception becomes an error that the assistant reads.
      async (args, { mcpReq: { signal } }) => ({
        content: [{ type: "text", text: JSON.stringify(await run(client, args, signal)) }],
      }),
    );
  return server;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Returns the schema of arguments. They are validated like a query of the client. */
function createSchema(parameters: Rules): StandardSchemaWithJSON<Arguments> {
  const entries = Object.entries(parameters);
  // A parameter has `required` itself. In JSON Schema, the object lists its required properties.
  const properties = entries.map(([name, parameter]) => [name, { ...parameter, required: undefined }]);
  const jsonSchema = {
    type: "object",
    properties: Object.fromEntries(properties) as object,
    required: entries.flatMap(([name, { required }]) => (required ? name : [])),
    additionalProperties: false,
  };
  return {
    "~standard": {
      version: 1,
      vendor: "realtimekit-sessions",
      jsonSchema: { input: () => jsonSchema, output: () => jsonSchema },
      validate(value = {}) {
        try {
          return { value: readValues("argument", value, parameters) };
        } catch (error) {
          return { issues: [{ message: (error as Error).message }] };
        }
      },
    },
  };
}
