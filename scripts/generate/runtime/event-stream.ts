import { ResponseBodyError } from "./responses.js";

/** One event of a `text/event-stream`. */
export interface ServerSentEvent<Data = string> {
  /** The type of the event. */
  event: string;
  data: Data;
  /** The last event id, to resume the stream with. */
  id?: string;
  /** The delay in milliseconds before the stream is reopened. */
  retryMs?: number;
}

/** The events of a response, as they arrive. A `break` ends the request, and so does an abort of its `signal`. */
export type EventStream<Data = string> = AsyncGenerator<ServerSentEvent<Data>, void, undefined>;

/** Reads events with text data. */
export async function* readTextEvents(response: Response): EventStream {
  const fields: Fields = { data: [] };
  for await (const line of readLines(response)) {
    if (line) addField(fields, line);
    else {
      const { event = "message", data, id, retryMs } = fields;
      fields.event = undefined;
      fields.data = [];
      if (data.length)
        yield {
          event,
          data: data.join("\n"),
          ...(id !== undefined && { id }),
          ...(retryMs !== undefined && { retryMs }),
        };
    }
  }
}

/**
 * Reads events with JSON data. The data `[DONE]`, which several APIs send at the end, ends the stream.
 *
 * @throws ResponseBodyError if the data of an event is not JSON.
 */
export async function* readJsonEvents(response: Response): EventStream<unknown> {
  for await (const { data, ...event } of readTextEvents(response)) {
    if (data === "[DONE]") return;
    try {
      yield { ...event, data: JSON.parse(data) as unknown };
    } catch (cause) {
      throw new ResponseBodyError(response, data, { cause });
    }
  }
}

/** The fields of the current event. The id and the retry delay stay for later events. */
interface Fields {
  event?: string | undefined;
  data: string[];
  id?: string;
  retryMs?: number;
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
function addField(fields: Fields, line: string): void {
  const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  if (name === "data") fields.data.push(value);
  else if (name === "event") fields.event = value || undefined;
  else if (name === "id" && !value.includes("\0")) fields.id = value;
  else if (name === "retry" && /^\d+$/.test(value)) fields.retryMs = Number(value);
}

/** Reads the lines of a body, which end in CR, LF or CRLF. An unfinished last line is dropped. */
async function* readLines(response: Response): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let buffer = "";
  try {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      buffer += decoder.decode(chunk.value, { stream: true });
      // A CR at the end may be the first half of a CRLF.
      const lines = buffer.split(/\r\n|\n|\r(?!$)/);
      buffer = lines.pop() ?? "";
      yield* lines;
    }
    if (buffer.endsWith("\r")) yield buffer.slice(0, -1);
  } finally {
    await reader?.cancel();
  }
}
