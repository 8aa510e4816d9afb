import type { Command } from "./commands.js";
import { type Flags, placeholder } from "./flags.js";

/** The help without a command. */
export function overview(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(9)}${about}`);
  return `Lists the sessions of a Cloudflare RealtimeKit app.

Usage: realtimekit-sessions COMMAND [FLAGS]
       realtimekit-sessions help COMMAND
       realtimekit-sessions --version

Commands:
${lines.join("\n")}

See it work, without a token or a network: realtimekit-sessions list --demo
`;
}

/** The help of a command, in lines of no more than `width` columns. */
export function commandHelp(name: string, { about, filters, ids, own }: Command, width: number): string {
  const section = (title: string, flags: Flags): string =>
    `${title}:\n${Object.entries(flags)
      .map(([flag, each]) => `  --${flag} ${placeholder(each)}`.trimEnd() + wrap(each.description, width))
      .join("\n")}\n`;
  return `${about}

Usage: realtimekit-sessions ${name} [FLAGS]

${section("What to ask for", filters)}
${section("Whose sessions", ids)}
${section("How", own)}
The token needs the permission Realtime or Realtime Admin.
A TIME is in ISO 8601 and has its offset from UTC, such as
2026-06-30T09:00:00Z or 2026-06-30T11:00:00+02:00; a date alone is its
midnight in UTC.

Exit codes:
  0    all is written, or the reader of a pipe wants no more
  1    the API, the network or the output failed
  2    the command makes no sense; nothing was sent
  130  interrupted by Ctrl-C
`;
}

const INDENT = 6;

/** A text as indented lines, each after a line break. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length && INDENT + line.length <= width) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.map((line) => `\n${" ".repeat(INDENT)}${line}`).join("");
}
