/** The filters and sort keys of a list. */
interface Selection<Item> {
  /** Whether an item matches, by query parameter. */
  filters: Readonly<Record<string, (item: Item, value: string) => boolean>>;
  /** The sort key of an item, by the values of `sort_by`. */
  keys: Readonly<Record<string, (item: Item) => number>>;
  defaultKey: string;
  defaultOrder: "ASC" | "DESC";
}

/** Returns the items that match a query, in its order. Equal items keep their order. */
export function selectItems<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  { filters, keys, defaultKey, defaultOrder }: Selection<Item>,
): Item[] {
  const applied = Object.entries(filters).flatMap(([name, passes]) => {
    const value = query.get(name);
    return value === null ? [] : [(item: Item) => passes(item, value)];
  });
  const key = keys[query.get("sort_by") ?? defaultKey] ?? ((): number => 0);
  const direction = (query.get("sort_order") ?? defaultOrder) === "ASC" ? 1 : -1;
  return items
    .filter((item) => applied.every((passes) => passes(item)))
    .sort((one, other) => direction * (key(one) - key(other)));
}

/** Returns whether one of the texts contains another one, regardless of case. */
export function includesText(texts: readonly (string | undefined)[], value: string): boolean {
  return texts.some((text) => text?.toLowerCase().includes(value.toLowerCase()));
}

/** Parses a time. An invalid time is treated as the oldest. */
export function parseTime(text: string | undefined): number {
  return Date.parse(text ?? "") || 0;
}
