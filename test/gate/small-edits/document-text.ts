/** Returns the line of the frozen document that refers to a parameter. */
export const renderParameterReference = (name: string): string =>
  `        - $ref: "#/components/parameters/${name}"\n`;

/** The schema of a page number or page size in the frozen document. */
export const COUNT = "        type: number\n        minimum: 0\n";
