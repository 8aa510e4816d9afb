/** The text of each file, by its name in the output folder. */
export type Files = ReadonlyMap<string, string>;

/** The mark in the first line of each generated file. */
export const GENERATED_MARK = "@generated";
