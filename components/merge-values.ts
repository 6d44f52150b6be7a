import type { Json } from "../graph/manifest.ts";

/** A tree of Helm values. Undefined says nothing, so that optional arguments can be put in as they are. */
export interface Values {
  readonly [key: string]: Json | Values | undefined;
}

/** A tree of Helm values without holes. */
export interface PlainValues {
  readonly [key: string]: Json;
}

/** Joins trees of values: maps key by key, anything else from the last one that has it. */
export function mergeValues(...layers: readonly Values[]): PlainValues {
  const merged: Record<string, Json> = {};
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer)) {
      if (value === undefined) continue;
      const below = merged[key];
      merged[key] = isMap(value) ? mergeValues(isMap(below) ? below : {}, value) : value;
    }
  }
  return merged;
}

function isMap(value: Json | Values | undefined): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
