import type { Place } from "../place.ts";

type Struct = Readonly<Record<string, unknown>>;

const named = ["HTTP_FILTER", "NETWORK_FILTER", "LISTENER_FILTER", "EXTENSION_CONFIG"];

/** What a patch adds must be an object of the configuration of Envoy, as far as it can be told without its schema. */
export function checkValue(applyTo: string, value: Struct, place: Place): void {
  const { name } = value;
  if (name !== undefined && name !== null && typeof name !== "string") {
    place.at("name").error("`name` is not text");
  }
  checkTyped(value, place);
  const config = value["typed_config"] ?? value["typedConfig"];
  const discovered = value["config_discovery"] ?? value["configDiscovery"];
  if (named.includes(applyTo) && config === undefined && discovered === undefined) {
    place.warn("the filter has no `typed_config`; finding it by its name is deprecated");
  }
}

/** Every typed configuration says its type, of a version that Envoy still has. */
function checkTyped(value: unknown, place: Place): void {
  if (Array.isArray(value)) {
    value.forEach((each, index) => {
      checkTyped(each, place.at(index));
    });
  } else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (key === "typed_config" || key === "typedConfig") checkAny(each, place.at(key));
      else checkTyped(each, place.at(key));
    }
  }
}

function checkAny(value: unknown, place: Place): void {
  if (typeof value !== "object" || value === null) return;
  const type = (value as Struct)["@type"];
  if (typeof type !== "string" || type === "") {
    place.error('the typed configuration does not say its "@type"');
    return;
  }
  const name = type.slice(type.lastIndexOf("/") + 1);
  const at = place.at("@type");
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(name)) {
    at.error(`${JSON.stringify(type)} is not the name of a type`);
  } else if (/^envoy\.[a-z_.]*\.v[12](?:alpha\d*|beta\d*)?\./.test(name)) {
    at.error(`the type ${name} is of a version that Envoy no longer has`, "use its v3");
  }
  // What is inside is free there.
  if (!type.endsWith(".TypedStruct")) checkTyped(value, place);
}
