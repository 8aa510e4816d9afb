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
  const [, kind = "", file = ""] = pathname.split("/");
  return new Response(createContents(kind, file), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function createContents(kind: string, file: string): string {
  if (kind === "chat") return "id,participantId,displayName,message\n1,user-1,Ada,Hello\n";
  if (kind === "summary") return "A short summary of the session.\n";
  if (file.endsWith(".vtt")) return "WEBVTT\n\n00:00.000 --> 00:02.000\nAda: Hello\n";
  if (file.endsWith(".srt")) return "1\n00:00:00,000 --> 00:00:02,000\nAda: Hello\n";
  if (file.endsWith(".json")) return '[{"name":"Ada","text":"Hello"}]\n';
  return "timestamp,name,text\n0,Ada,Hello\n";
}
