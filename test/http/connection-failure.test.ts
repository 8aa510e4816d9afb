import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../src/errors.js";
import { createScriptedTransport, getOutcome, useFakeTimers } from "./scripted-transport.js";

useFakeTimers();

describe("the message of a connection failure", () => {
  const circular = new Error("circular");
  circular.cause = circular;

  test.each([
    { what: "the innermost cause", thrown: new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") }), message: "ECONNREFUSED" },
    { what: "the first of several causes", thrown: new TypeError("fetch failed", { cause: new AggregateError([new Error("ECONNREFUSED ::1"), new Error("no")]) }), message: "ECONNREFUSED ::1" },
    { what: "an error that is its own cause", thrown: circular, message: "circular" },
    { what: "the name of an error without a message", thrown: new DOMException("", "NetworkError"), message: "NetworkError" },
    { what: "a thrown string", thrown: "no route", message: "no route" },
    { what: "a thrown object without a message", thrown: { code: 5 }, message: "[object Object]" },
    { what: "undefined", thrown: undefined, message: "undefined" },
  ])("names $what", async ({ thrown, message }) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a custom fetch may
    const { send } = createScriptedTransport([() => Promise.reject(thrown)], { maxRetries: 0 });
    const error = (await getOutcome(send())) as ConnectionError;
    expect(error.message).toBe(`GET /things received no response: ${message}`);
  }); // prettier-ignore

  test("belongs to an error without a response, whose cause is what fetch threw", async () => {
    const cause = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
    const { send } = createScriptedTransport([() => Promise.reject(cause)], { maxRetries: 0 });
    const error = (await getOutcome(send(3))) as ConnectionError;
    expect(error.cause).toBe(cause);
    expect(error.response).toBeUndefined();
    expect(error).toMatchObject({ status: undefined, rayId: undefined, errors: [], pageNo: 3 });
  });
});
