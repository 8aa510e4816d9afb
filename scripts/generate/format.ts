import { format } from "oxfmt";
import type { Files } from "./files.js";
import { wrapComments } from "./wrap-comments.js";

const MAX_LINE_LENGTH = 110;

/**
 * Formats source texts like Prettier, in a tenth of the time. Validators are not formatted, because nobody reads them.
 *
 * @param files - The files.
 * @returns The formatted files.
 * @throws Error if a file has a syntax error.
 */
export async function formatFiles(files: Files): Promise<Files> {
  const formatted = await Promise.all(
    [...files].map(async ([name, text]) => {
      if (/^validators-.*\.js$/.test(name)) return [name, text] as const;
      const { code, errors } = await format(name, text, { printWidth: MAX_LINE_LENGTH });
      // A syntax error is a bug of the generator.
      if (errors.length) throw new Error(`${name} cannot be formatted: ${errors[0]?.message ?? ""}`);
      return [name, wrapComments(code, MAX_LINE_LENGTH)] as const;
    }),
  );
  return new Map(formatted);
}
