import { isPlainObject } from "../model/is-plain-object.ts";

/**
 * Lays one environment's changes over the base: maps are merged key by key, lists and plain values replace, `null`
 * removes the key. Neither input is changed. Two overlays laid over one after the other are one overlay.
 */
export function mergeOverlay(base: unknown, overlay: unknown): unknown {
  if (!isPlainObject(overlay)) return overlay;
  const known = isPlainObject(base) ? base : {};
  const merged = new Map(Object.entries(known));
  for (const [key, value] of Object.entries(overlay)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergeOverlay(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}
