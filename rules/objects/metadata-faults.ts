import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { isDomain } from "../gateway-api/is-domain.ts";
import type { Place } from "../schema/place.ts";

const longest = 253;
const word = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** What the API server refuses in the name, the labels and the annotations of an object. */
export function checkMetadata({ raw, type }: KubernetesObject, place: Place): void {
  const metadata = (raw["metadata"] ?? {}) as Readonly<Record<string, unknown>>;
  const { name, labels, annotations } = metadata;
  // A Service has a rule of its own.
  if (typeof name === "string" && name !== "" && type !== "/Service") {
    if (!isDomain(name) || name.length > longest) {
      place
        .at("name")
        .error(`${JSON.stringify(name)} is not a name of lower-case letters, digits, - and .`);
    }
  }
  if (isMap(labels)) checkTexts(labels, place.at("labels"), isLabelValue);
  if (isMap(annotations)) checkTexts(annotations, place.at("annotations"), () => true);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isLabelValue(value: string): boolean {
  return value === "" || word.test(value);
}

/** A map of text by keys, which are a word with the domain of its owner before it, or alone. */
function checkTexts(
  map: Readonly<Record<string, unknown>>,
  place: Place,
  isSound: (value: string) => boolean,
): void {
  for (const key in map) {
    const value = map[key];
    if (value === null) continue;
    if (typeof value !== "string") {
      place
        .at(key)
        .error(
          `${JSON.stringify(value)} is not text`,
          `write ${JSON.stringify(JSON.stringify(value))}`,
        );
    } else if (!isSound(value)) {
      place
        .at(key)
        .error(
          `${JSON.stringify(value)} is not the value of a label: at most 63 letters, digits, -, _ and .`,
        );
    }
    const [first = "", second, ...more] = key.split("/");
    const sound =
      more.length === 0 &&
      word.test(second ?? first) &&
      (second === undefined || isDomain(first.toLowerCase()));
    if (!sound) place.at(key).error(`${JSON.stringify(key)} is not a key`);
  }
}
