import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { showProgress } from "../../src/cli/progress.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What was written, and what of it a reader sees: the last line, as it was last drawn. */
function terminal(isTTY: boolean, columns = 80) {
  let text = "";
  const write = (more: string): boolean => {
    text += more;
    return true;
  };
  return {
    output: { write, isTTY, columns },
    text: () => text,
    line: () => text.split("\r\u001B[K").at(-1),
  };
}

describe("on a terminal", () => {
  test("the line tells sessions, pages and the rate, however long the process ran before", () => {
    const { output, line } = terminal(true);
    vi.advanceTimersByTime(5000);
    const progress = showProgress(output);
    progress.draw();
    expect(line()).toBe("0 sessions");
    vi.advanceTimersByTime(2000);
    progress.page(100, 345);
    progress.draw();
    expect(line()).toBe("100 of 345 sessions, page 1, 50/s");
  });

  test.each([
    { reason: 429, says: "waiting 3 s for a rate limit" },
    { reason: 503, says: "waiting 3 s after status 503" },
    { reason: new Error("reset"), says: "waiting 3 s for the network" },
  ])("a wait is counted down until its end ($says)", ({ reason, says }) => {
    const { output, line } = terminal(true);
    const progress = showProgress(output);
    progress.wait({ delayMs: 2500, reason });
    expect(line()).toBe(`0 sessions, ${says}`);
    vi.advanceTimersByTime(1000);
    expect(line()).toContain("waiting 2 s ");
    vi.advanceTimersByTime(2000);
    expect(line()).toBe("0 sessions");
  });

  test("it is shorter than a narrow terminal's line, which would break otherwise", () => {
    const { output, line } = terminal(true, 20);
    showProgress(output).wait({ delayMs: 1000, reason: 429 });
    expect(line()).toBe("0 sessions, waitin…");
  });

  test("nothing is left at the end, and nothing comes after it", () => {
    const { output, text, line } = terminal(true);
    const progress = showProgress(output);
    progress.draw();
    progress.end();
    expect(line()).toBe("");
    const before = text();
    vi.advanceTimersByTime(5000);
    expect(text()).toBe(before);
  });
});

test("elsewhere there is nothing", () => {
  const { output, text } = terminal(false);
  const progress = showProgress(output);
  progress.page(1, 1);
  progress.wait({ delayMs: 1000, reason: 429 });
  progress.draw();
  vi.advanceTimersByTime(5000);
  progress.end();
  expect(text()).toBe("");
});
