/** Returns what a function throws. */
export function getThrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

/** Returns the reason with which a promise is rejected. */
export async function getRejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("The promise was not rejected.");
    },
    (error: unknown) => error,
  );
}
