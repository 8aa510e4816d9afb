/** The origin of the files, which differs from that of the API. The domain `.example` is reserved. */
const ORIGIN = "https://files.example";

/** Creates the URL of a file of a session. */
export function createFileUrl(
  kind: "chat" | "transcript" | "summary",
  sessionId: string,
  extension: string,
): string {
  return `${ORIGIN}/${kind}/${encodeURIComponent(sessionId)}.${extension}`;
}

/**
 * Returns the requested file. Undefined if the request is for the API. A request with a token returns 400, because
 * hosts of signed URLs reject it.
 */
export function respondWithFile(input: string | URL | Request, init: RequestInit = {}): Response | undefined {
  const given = input as Partial<Request>;
  const { origin, pathname } = new URL(given.url ?? (input as string | URL).toString());
  if (origin !== ORIGIN) return undefined;
  if (new Headers(init.headers ?? given.headers).has("authorization"))
    return new Response("Only one auth mechanism allowed", { status: 400 });
  return new Response(createContents(pathname), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function createContents(path: string): string {
  if (path.startsWith("/chat")) return "id,participantId,displayName,message\n1,user-1,Ada,Hello\n";
  if (path.startsWith("/summary")) return "A short summary of the session.\n";
  if (path.endsWith(".vtt")) return "WEBVTT\n\n00:00.000 --> 00:02.000\nAda: Hello\n";
  if (path.endsWith(".srt")) return "1\n00:00:00,000 --> 00:00:02,000\nAda: Hello\n";
  if (path.endsWith(".json")) return '[{"name":"Ada","text":"Hello"}]\n';
  return "timestamp,name,text\n0,Ada,Hello\n";
}
