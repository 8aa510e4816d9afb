/**
 * Imports an entry of the built package by its name, which does not exist when types are checked.
 *
 * @param entry - The name of the entry, such as `realtimekit-sessions/testing`.
 * @returns The module. The caller states its type.
 */
export async function importBuilt(entry: string): Promise<unknown> {
  return import(entry);
}
