/** The fields of a path item that contain an operation, in OpenAPI 3.0 and 3.1. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** A method of HTTP, in lower case. */
export type Method = (typeof METHODS)[number];
