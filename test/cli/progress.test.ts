import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Progress } from "../../src/cli/progress.js";
import { createRecorder } from "./run-main.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Creates a terminal, with a function that returns the visible text of its last line. */
function createTerminal(columns = 80) {
  const { stream, text } = createRecorder({ isTTY: true, columns });
  return { stream, text, line: () => text().split("\r\u001B[K").at(-1) };
}

describe("progress on a terminal", () => {
  test("shows rows, pages, and the rate and remaining time since the start of the listing", () => {
    const { stream, line } = createTerminal();
    vi.advanceTimersByTime(5000);
    const progress = new Progress(stream);
    progress.draw();
    expect(line()).toBe("waiting for the API");
    vi.advanceTimersByTime(2000);
    progress.addPage(100, 3345);
    progress.draw();
    expect(line()).toBe("100 of 3345 rows, page 1, 50/s, ETA 1:05");
    vi.advanceTimersByTime(2000);
    progress.addPage(100, 200);
    progress.draw();
    expect(line()).toBe("200 of 200 rows, page 2, 50/s");
  });

  test("shows no total and no remaining time if the total is unknown", () => {
    const { stream, line } = createTerminal();
    const progress = new Progress(stream);
    vi.advanceTimersByTime(2000);
    progress.addPage(100, NaN);
    progress.draw();
    expect(line()).toBe("100 rows, page 1, 50/s");
  });

  test("is drawn once a second", () => {
    const { stream, line } = createTerminal();
    const progress = new Progress(stream);
    progress.draw();
    progress.addPage(100, 200);
    vi.advanceTimersByTime(1000);
    expect(line()).toBe("100 of 200 rows, page 1, 100/s, ETA 0:01");
    progress.end();
  });

  test("is not drawn by a command that reports no progress", () => {
    const { stream, text } = createTerminal();
    const progress = new Progress(stream);
    vi.advanceTimersByTime(5000);
    progress.end();
    expect(text()).toBe("");
  });

  test.each([
    { reason: 429, text: "waiting 3 s for a rate limit" },
    { reason: 503, text: "waiting 3 s before a retry" },
    { reason: new Error("reset"), text: "waiting 3 s before a retry" },
  ])("counts a delay down until its end ($text)", ({ reason, text }) => {
    const { stream, line } = createTerminal();
    const progress = new Progress(stream);
    progress.showDelay({ delayMs: 2500, reason });
    expect(line()).toBe(text);
    vi.advanceTimersByTime(1000);
    expect(line()).toContain("waiting 2 s ");
    vi.advanceTimersByTime(2000);
    expect(line()).toBe("waiting for the API");
    progress.end();
  });

  test("shows a delay until its end while pages arrive that were requested before it", () => {
    const { stream, line } = createTerminal();
    const progress = new Progress(stream);
    progress.showDelay({ delayMs: 2500, reason: 429 });
    vi.advanceTimersByTime(1000);
    progress.addPage(100, NaN);
    progress.draw();
    expect(line()).toBe("100 rows, page 1, waiting 2 s for a rate limit");
    progress.end();
  });

  test("is shorter than the line of a narrow terminal", () => {
    const { stream, line } = createTerminal(20);
    const progress = new Progress(stream);
    progress.showDelay({ delayMs: 1000, reason: 429 });
    expect(line()).toBe("waiting 1 s for a …");
    progress.end();
  });

  test("is removed at the end", () => {
    const { stream, text, line } = createTerminal();
    const progress = new Progress(stream);
    progress.draw();
    progress.end();
    expect(line()).toBe("");
    const before = text();
    vi.advanceTimersByTime(5000);
    expect(text()).toBe(before);
  });
});

test("progress is not shown on other streams", () => {
  const { stream, text } = createRecorder();
  const progress = new Progress(stream);
  progress.addPage(1, 1);
  progress.showDelay({ delayMs: 1000, reason: 429 });
  progress.draw();
  vi.advanceTimersByTime(5000);
  progress.end();
  expect(text()).toBe("");
});
