/** Formats a property's name as source text. `__proto__` must be computed, because it would set the prototype. */
export function formatPropertyName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}
