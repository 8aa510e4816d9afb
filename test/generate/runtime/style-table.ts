import type { ParameterStyle } from "../../../scripts/generate/runtime/encode.js";

type Style = NonNullable<ParameterStyle["style"]>;
type Kind = "empty" | "string" | "array" | "object";

/** The values of the table of examples in the OpenAPI specification. */
export const VALUES: Readonly<Record<Kind, unknown>> = {
  empty: "",
  string: "blue",
  array: ["blue", "black", "brown"],
  object: { R: 100, G: 200, B: 150 },
};

/** One row of the table. `undefined` stands for "n/a". */
interface StyleExample {
  style: Style;
  explode: boolean;
  locations: readonly ("path" | "query" | "header" | "cookie")[];
  serialized: Partial<Record<Kind, string>>;
}

/**
 * The table, of a parameter named `color`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export const STYLE_EXAMPLES: readonly StyleExample[] = [
  {
    style: "matrix",
    explode: false,
    locations: ["path"],
    serialized: {
      empty: ";color",
      string: ";color=blue",
      array: ";color=blue,black,brown",
      object: ";color=R,100,G,200,B,150",
    },
  },
  {
    style: "matrix",
    explode: true,
    locations: ["path"],
    serialized: {
      empty: ";color",
      string: ";color=blue",
      array: ";color=blue;color=black;color=brown",
      object: ";R=100;G=200;B=150",
    },
  },
  {
    style: "label",
    explode: false,
    locations: ["path"],
    // The table's "." for an empty value would be a dot segment, which URLs remove.
    serialized: { string: ".blue", array: ".blue,black,brown", object: ".R,100,G,200,B,150" },
  },
  {
    style: "label",
    explode: true,
    locations: ["path"],
    serialized: { string: ".blue", array: ".blue.black.brown", object: ".R=100.G=200.B=150" },
  },
  {
    style: "simple",
    explode: false,
    locations: ["path", "header"],
    serialized: { string: "blue", array: "blue,black,brown", object: "R,100,G,200,B,150" },
  },
  {
    style: "simple",
    explode: true,
    locations: ["path", "header"],
    serialized: { string: "blue", array: "blue,black,brown", object: "R=100,G=200,B=150" },
  },
  { style: "simple", explode: false, locations: ["header"], serialized: { empty: "" } },
  {
    style: "form",
    explode: false,
    locations: ["query", "cookie"],
    serialized: {
      empty: "color=",
      string: "color=blue",
      array: "color=blue,black,brown",
      object: "color=R,100,G,200,B,150",
    },
  },
  {
    style: "form",
    explode: true,
    locations: ["query"],
    serialized: {
      empty: "color=",
      string: "color=blue",
      array: "color=blue&color=black&color=brown",
      object: "R=100&G=200&B=150",
    },
  },
  {
    style: "form",
    explode: true,
    // The table's "&" does not separate cookies. RFC 6265 and the style "cookie" of OpenAPI 3.2 use "; ".
    locations: ["cookie"],
    serialized: {
      empty: "color=",
      string: "color=blue",
      array: "color=blue; color=black; color=brown",
      object: "R=100; G=200; B=150",
    },
  },
  {
    style: "spaceDelimited",
    explode: false,
    locations: ["query"],
    serialized: { array: "color=blue%20black%20brown", object: "color=R%20100%20G%20200%20B%20150" },
  },
  {
    style: "pipeDelimited",
    explode: false,
    locations: ["query"],
    serialized: { array: "color=blue%7Cblack%7Cbrown", object: "color=R%7C100%7CG%7C200%7CB%7C150" },
  },
  {
    style: "deepObject",
    explode: true,
    locations: ["query"],
    serialized: { object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150" },
  },
  {
    style: "cookie",
    explode: true,
    locations: ["cookie"],
    serialized: {
      empty: "color=",
      string: "color=blue",
      array: "color=blue; color=black; color=brown",
      object: "R=100; G=200; B=150",
    },
  },
];
