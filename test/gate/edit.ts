/** A change to the text of a document. */
export type Edit = (text: string) => string;

/** Replaces the one place where `from` stands: an edit that no longer fits the document must not pass unseen. */
export function replace(from: string, to: string): Edit {
  return (text) => {
    const count = text.split(from).length - 1;
    if (count !== 1) throw new Error(`the document has ${count} of, where one is expected:\n${from}`);
    return text.replace(from, () => to);
  };
}

/** Takes the one place where `what` stands out of the document. */
export const remove = (what: string): Edit => replace(what, "");

/** Replaces within the part of the document that starts with `start`, the first time that `from` follows. */
export function replaceAfter(start: string, from: string, to: string): Edit {
  return (text) => {
    const begin = text.indexOf(start);
    const at = begin < 0 ? -1 : text.indexOf(from, begin + start.length);
    if (at < 0) throw new Error(`the document has none of, after ${start}:\n${from}`);
    return text.slice(0, at) + to + text.slice(at + from.length);
  };
}

/** One edit after another. */
export const all =
  (...edits: Edit[]): Edit =>
  (text) =>
    edits.reduce((current, edit) => edit(current), text);
