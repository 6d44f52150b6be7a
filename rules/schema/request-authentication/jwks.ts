import type { Place } from "../place.ts";

type Key = Readonly<Record<string, unknown>>;

/** What makes a key of its type, and what makes it a private one. */
const types: ReadonlyMap<unknown, { readonly needs: readonly string[]; readonly secret: string }> =
  new Map([
    ["RSA", { needs: ["n", "e"], secret: "d" }],
    ["EC", { needs: ["crv", "x", "y"], secret: "d" }],
    ["OKP", { needs: ["crv", "x"], secret: "d" }],
    ["oct", { needs: ["k"], secret: "k" }],
  ]);

/** Keys written out: a set of them, or one. */
export function checkJwks(text: string, place: Place): void {
  const keys = readKeys(text);
  if (keys === undefined) {
    place.error("the text is neither a key nor a set of keys in JSON", 'write {"keys": [{…}]}');
    return;
  }
  keys.forEach((key, index) => {
    const type = types.get(key["kty"]);
    const which = `key ${String(index)}`;
    if (type === undefined) {
      place.error(`${which} has no known type (\`kty\`): ${[...types.keys()].join(", ")}`);
      return;
    }
    const missing = type.needs.filter((name) => typeof key[name] !== "string");
    if (missing.length > 0) place.error(`${which} has no ${missing.join(", ")}`);
    else if (key[type.secret] !== undefined) {
      place.warn(`${which} is a private key`, "publish the public part only; replace this key");
    }
  });
}

function readKeys(text: string): readonly Key[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isKey(parsed)) return undefined;
    const keys = parsed["keys"] ?? [parsed];
    return Array.isArray(keys) && keys.every(isKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}

function isKey(value: unknown): value is Key {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
