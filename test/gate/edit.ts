/** A change to the text of a document. */
export type Edit = (text: string) => string;

/** Replaces the only occurrence of `from`. Throws if it is missing or repeated, so that no edit is lost. */
export function replace(from: string, to: string): Edit {
  return (text) => {
    const count = text.split(from).length - 1;
    if (count !== 1) throw new Error(`Expected one occurrence, found ${count}, of:\n${from}`);
    return text.replace(from, () => to);
  };
}

/** Removes the only occurrence of a text. */
export const remove = (text: string): Edit => replace(text, "");

/** Replaces the first occurrence of `from` after `start`. */
export function replaceAfter(start: string, from: string, to: string): Edit {
  return (text) => {
    const begin = text.indexOf(start);
    const index = begin < 0 ? -1 : text.indexOf(from, begin + start.length);
    if (index < 0) throw new Error(`No occurrence after ${start} of:\n${from}`);
    return text.slice(0, index) + to + text.slice(index + from.length);
  };
}

/** Combines several edits, which apply in order. */
export const combine =
  (...edits: Edit[]): Edit =>
  (text) =>
    edits.reduce((current, edit) => edit(current), text);
