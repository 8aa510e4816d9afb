import { describe, expect, test } from "vitest";
import type { Validator } from "../../generated/validators.js";
import { formatReport, isHealthy } from "../../src/doctor/doctor.js";
import { SchemaDifferences } from "../../src/doctor/schema-differences.js";

describe("the report", () => {
  const findings = [
    { check: "one", result: "1", level: "ok" as const },
    { check: "longer", result: "unknown", level: "unknown" as const },
    { check: "two", result: "bad", level: "problem" as const, advice: "Run it again." },
  ];

  test("has a line for each finding and advice, and the number of requests", () => {
    expect(formatReport({ requests: 8, findings, differences: [] })).toBe(
      [
        "ok  one     1",
        "--  longer  unknown",
        "!!  two     bad",
        "    Run it again.",
        "",
        "Responses match the OpenAPI document.",
        "",
        "Requests: 8. The report contains no ids, titles, names or tokens.",
      ].join("\n"),
    );
  });

  test("lists the differences from the document", () => {
    const differences = [{ field: "/data/sessions/[]/id", message: "must be string", count: 3 }];
    expect(formatReport({ requests: 2, findings: findings.slice(0, 1), differences }).split("\n")).toEqual([
      "ok  one  1",
      "",
      "Responses differ from the OpenAPI document:",
      "    3 x /data/sessions/[]/id must be string",
      "",
      "Requests: 2. The report contains no ids, titles, names or tokens.",
    ]);
  });

  test("does not compare responses with the document after one request", () => {
    expect(
      formatReport({ requests: 1, findings: findings.slice(0, 1), differences: [] }).split("\n"),
    ).toEqual(["ok  one  1", "", "Requests: 1. The report contains no ids, titles, names or tokens."]);
  });

  test("is healthy without a problem", () => {
    expect(isHealthy({ requests: 1, findings, differences: [] })).toBe(false);
    expect(isHealthy({ requests: 1, findings: findings.slice(0, 2), differences: [] })).toBe(true);
  });
});

describe("the differences from the document", () => {
  /** Creates a validator that finds violations. */
  function createValidator(errors: object[]): Validator {
    return Object.assign(() => errors.length === 0, { errors }) as unknown as Validator;
  }

  test("are counted by field and violation, the most frequent first, then by field", () => {
    const differences = new SchemaDifferences();
    differences.add(
      {},
      createValidator([
        { instancePath: "/data/12/rooms/3", params: { missingProperty: "id" }, message: "is required" },
        { instancePath: "/b", params: {}, message: "must be string" },
        { instancePath: "/data/1/x2/3b", params: { additionalProperty: "c" }, message: "is unknown" },
        { instancePath: "/a", params: { unevaluatedProperty: "d" }, message: "is unknown" },
      ]),
    );
    differences.add({}, createValidator([{ instancePath: "/b", params: {}, message: "must be string" }]));
    differences.add({}, createValidator([]));
    differences.add({}, createValidator([{ instancePath: "/b", params: {} }]));
    expect(differences.list()).toEqual([
      { field: "/b", message: "must be string", count: 2 },
      { field: "/a/d", message: "is unknown", count: 1 },
      { field: "/b", message: "", count: 1 },
      { field: "/data/[]/rooms/[]/id", message: "is required", count: 1 },
      { field: "/data/[]/x2/3b/c", message: "is unknown", count: 1 },
    ]);
  });
});
