/** What showed that a page does not exist. */
export interface Missing {
  readonly pageNo: number | undefined;
  /** The error; undefined where the page was empty. */
  readonly error: unknown;
}

/** Keeps track of the pages that are read again because the page after them is missing. */
export class LookBack {
  /** How often it was done since the list last continued. */
  count = 0;
  #missing: Missing | undefined;
  #lowestTotal = NaN;

  begin(missing: Missing): void {
    this.count++;
    this.#missing = missing;
  }

  /** Returns the missing page of a look-back that is done. */
  end(): Missing | undefined {
    const missing = this.#missing;
    this.#missing = undefined;
    return missing;
  }

  /** Forgets earlier look-backs if the total is lower than ever: the list is still shrinking, which has an end. */
  noteTotal(lowestTotal: number): void {
    if (lowestTotal < this.#lowestTotal) this.count = 0;
    this.#lowestTotal = lowestTotal;
  }
}
