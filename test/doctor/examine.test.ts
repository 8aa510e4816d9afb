import { describe, expect, test } from "vitest";
import {
  type Examination,
  getTotal,
  hasSeveralPages,
  ignoresPageNumber,
  isSamePage,
} from "../../src/doctor/examine.js";
import { createPage } from "./create-page.js";

const FIRST = createPage(["a"]);
const OTHER = createPage(["b"]);
const EMPTY = createPage([]);
const FAILED = createPage(undefined, { status: 400 });

/** Creates the observation of a page with a total. */
const createCounted = (ids: string[], total: number) =>
  createPage(ids, { paging: { total, start: undefined, end: undefined } });

test.each([
  { page: FIRST, other: FIRST, isSame: true },
  { page: createPage(["a", "b"]), other: createPage(["a", "c"]), isSame: false },
  { page: createPage(["a", "b"]), other: FIRST, isSame: false },
  { page: createPage([undefined, "a"]), other: FIRST, isSame: false },
  { page: createPage([undefined]), other: FIRST, isSame: undefined },
  { page: FIRST, other: createPage([undefined]), isSame: undefined },
  { page: EMPTY, other: EMPTY, isSame: true },
  { page: FAILED, other: FIRST, isSame: undefined },
  { page: FIRST, other: FAILED, isSame: undefined },
  { page: FIRST, other: undefined, isSame: undefined },
  { page: undefined, other: FIRST, isSame: undefined },
])("isSamePage is $isSame for $page.ids and $other.ids", ({ page, other, isSame }) => {
  expect(isSamePage(page, other)).toBe(isSame);
});

describe("hasSeveralPages", () => {
  test.each<{ given: string; examination: Examination; isLonger: boolean }>([
    { given: "a larger page", examination: { first: FIRST, large: createPage(["a", "b"]) }, isLonger: true },
    { given: "a large page of the same size", examination: { first: FIRST, large: FIRST }, isLonger: false },
    { given: "a larger total", examination: { first: createCounted(["a"], 2) }, isLonger: true },
    { given: "an equal total", examination: { first: createCounted(["a"], 1) }, isLonger: false },
    { given: "another page 0", examination: { first: FIRST, zero: OTHER, one: FAILED }, isLonger: true },
    {
      given: "a failed page 0 and another page 1",
      examination: { first: FIRST, zero: FAILED, one: OTHER },
      isLonger: true,
    },
    { given: "another page 1", examination: { first: FIRST, zero: FIRST, one: OTHER }, isLonger: true },
    { given: "another page 2", examination: { first: FIRST, zero: FIRST, two: OTHER }, isLonger: true },
    { given: "only equal pages", examination: { first: FIRST, zero: FIRST, one: FIRST }, isLonger: false },
    { given: "an empty page 1", examination: { first: FIRST, zero: FIRST, one: EMPTY }, isLonger: false },
    { given: "no session ids", examination: { first: FIRST, one: createPage([undefined]) }, isLonger: false },
    { given: "no list", examination: { first: FAILED }, isLonger: false },
  ])("is $isLonger with $given", ({ examination, isLonger }) => {
    expect(hasSeveralPages(examination)).toBe(isLonger);
  });
});

test.each<{ pages: Partial<Examination>; isIgnored: boolean }>([
  { pages: { one: FIRST, two: FIRST, large: createPage(["a", "b"]) }, isIgnored: true },
  { pages: { one: OTHER, two: FIRST, large: createPage(["a", "b"]) }, isIgnored: false },
  { pages: { one: FIRST, two: OTHER, large: createPage(["a", "b"]) }, isIgnored: false },
  { pages: { one: FIRST, two: FIRST, large: FIRST }, isIgnored: false },
])(
  "the page number is ignored: $isIgnored, for $pages.one.ids, $pages.two.ids and $pages.large.ids",
  ({ pages, isIgnored }) => {
    expect(ignoresPageNumber({ first: FIRST, ...pages })).toBe(isIgnored);
  },
);

test.each([
  { first: 3, large: 4, total: 4 },
  { first: 3, large: 1, total: 3 },
  { first: 2, large: 1, total: 2 },
  { first: 1, large: 1, total: undefined },
  { first: 1.5, large: 2.5, total: undefined },
  { first: Number.MAX_SAFE_INTEGER, large: 1, total: undefined },
])("the total is $total if the first page states $first and a large page $large", (given) => {
  const first = createCounted(["a"], given.first);
  const large = createCounted(["a", "b"], given.large);
  expect(getTotal({ first, large })).toBe(given.total);
});

test("the total is unknown without a statement", () => {
  expect(getTotal({ first: EMPTY })).toBeUndefined();
  expect(getTotal({ first: FIRST })).toBeUndefined();
});
