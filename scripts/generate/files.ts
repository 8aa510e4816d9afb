/** The text of each file, by its name in the output folder. */
export type Files = ReadonlyMap<string, string>;

/** The beginning of each generated file. */
export const GENERATED_MARK = "@generated";
