import type { Wasm } from "../fields/extensions.ts";
import { each, isSet, type Place } from "../place.ts";
import { urlScheme } from "../values/url.ts";

const schemes = ["file", "http", "https", "oci"];

/** A WebAssembly module and its surroundings. */
export function checkWasm(wasm: Wasm, place: Place): void {
  const { url, sha256, imagePullSecret, pluginName, vmConfig } = wasm;
  if (isSet(url)) place.at("url").error(urlProblem(url));
  else place.error("the module has no `url`");
  if (isSet(sha256) && !/^[0-9a-f]{64}$/.test(sha256)) {
    place.at("sha256").error("the SHA-256 is not 64 digits of lower-case hexadecimal");
  }
  place.at("imagePullSecret").error(nameProblem(imagePullSecret, 253));
  place.at("pluginName").error(nameProblem(pluginName, 256));
  checkEnvironment(vmConfig?.env, place.at("vmConfig", "env"));
}

function nameProblem(name: string | undefined, longest: number): string | undefined {
  if (name === "") return "the name is empty";
  const isLong = name !== undefined && Buffer.byteLength(name) > longest;
  return isLong ? `the name has more than ${String(longest)} characters` : undefined;
}

type Environment = NonNullable<Wasm["vmConfig"]>["env"];

function checkEnvironment(env: Environment, place: Place): void {
  const seen = new Set<string>();
  each(env, place, ({ name = "", value, valueFrom = "INLINE" }, at) => {
    if (name === "") at.error("the variable has no `name`");
    else if (Buffer.byteLength(name) > 256) at.at("name").error("the name is too long");
    else if (seen.has(name)) at.at("name").error(`the variable ${name} is there twice`);
    seen.add(name);
    if (valueFrom !== "INLINE" && isSet(value)) {
      at.at("value").error("a value goes with `valueFrom: INLINE` alone");
    }
  });
}

/** Without a scheme it is an image of a registry. */
function urlProblem(url: string): string | undefined {
  const scheme = urlScheme(url);
  if (scheme === undefined) return `${JSON.stringify(url)} is not a URL`;
  return scheme === "" || schemes.includes(scheme)
    ? undefined
    : `the scheme ${JSON.stringify(scheme)} is not one of ${schemes.join(", ")}`;
}
