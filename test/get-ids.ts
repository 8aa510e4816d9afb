/** Returns the ids of items in their order. */
export const getIds = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
