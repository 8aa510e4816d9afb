import type { Json, JsonObject } from "./json.js";

/** Returns the URL of the first server, with the defaults of its variables. Undefined if there is none. */
export function firstServer(servers: Json | undefined): string | undefined {
  const [server] = Array.isArray(servers) ? (servers as JsonObject[]) : [];
  if (typeof server?.url !== "string") return undefined;
  const variables = (server.variables ?? {}) as Record<string, JsonObject | undefined>;
  return server.url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = variables[name]?.default;
    return typeof value === "string" ? value : whole;
  });
}
