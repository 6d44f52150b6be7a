/** Any value that JSON can hold: what is handed on as it is, and means nothing to the model. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
