import type { ServiceInput } from "../schema/service-schema.ts";
import type { Visibility } from "../visibility.ts";

/** Whose proxies may hear of a service: everybody's unless said otherwise, and always those of its own namespace. */
export function normalizeVisibility(
  said: ServiceInput["visibility"] = "mesh",
  namespace: string,
): Visibility {
  if (said === "mesh") return { kind: "mesh" };
  const named = said === "namespace" ? [] : said;
  const others = [...new Set(named)].filter((each) => each !== namespace).sort();
  return { kind: "namespaces", namespaces: [namespace, ...others] };
}
