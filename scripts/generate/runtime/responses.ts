/** Reads the body of a successful response. */
type BodyReader = (response: Response) => unknown;

/** The readers of an operation's successful responses, by the documented media types. */
export type BodyReaders = Readonly<Record<string, BodyReader>>;

/** Thrown if the body of a successful response does not have the documented media type. */
export class ResponseBodyError extends Error {
  override readonly name = "ResponseBodyError";
  /** The response, its body already read. */
  readonly response: Response;
  /** The body. */
  readonly body: string;

  constructor(response: Response, body: string, options?: ErrorOptions) {
    const type = response.headers.get("Content-Type") ?? "no Content-Type";
    super(
      `Expected a JSON body, got ${JSON.stringify(body.slice(0, 80))} (HTTP ${response.status}, ${type}).`,
      options,
    );
    this.response = response;
    this.body = body;
  }
}

/**
 * Reads a JSON body.
 *
 * @returns The parsed value, or undefined if the body is empty.
 * @throws ResponseBodyError if the body is not JSON.
 */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ResponseBodyError(response, text, { cause });
  }
}

/** Reads a body as text. */
export function readText(response: Response): Promise<string> {
  return response.text();
}

/** Reads a body as bytes. */
export function readBlob(response: Response): Promise<Blob> {
  return response.blob();
}

/**
 * Reads a successful response with the reader of its media type, or else with the first one. Without a reader, the body
 * is left unread.
 *
 * @param response - The response.
 * @param accepted - The readers by media type.
 * @returns The result of the reader.
 */
export function readBody(response: Response, accepted: BodyReaders): unknown {
  const type = (response.headers.get("Content-Type") ?? "").replace(/;.*/, "").trim().toLowerCase();
  const readers = Object.entries(accepted);
  const match =
    readers.find(([name]) => parseEssence(name) === type) ?? readers.find(([name]) => isInRange(name, type));
  return (match ?? readers[0])?.[1](response);
}

function parseEssence(mediaType: string): string {
  return mediaType.replace(/;.*/, "").trim().toLowerCase();
}

/** Returns whether a media type matches a range such as `text/*`. */
function isInRange(range: string, type: string): boolean {
  const [prefix = "", suffix] = parseEssence(range).split("*/*").join("*").split("*");
  return suffix !== undefined && type.startsWith(prefix) && type.endsWith(suffix);
}
