/** Something that an editor has to mend. The message is German and says what was expected. */
export interface Problem {
  /** Attribute names from the entry down to the field, such as `['price', 'amount']`. */
  path: string[];
  message: string;
}

/** Values of an entry as they come from a form or a row: nothing about them is certain. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether a value is an object with named fields, such as a component. */
export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a field holds nothing: forms send `null` or an empty text for it. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
