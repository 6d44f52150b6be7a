import { load } from "js-yaml";
import { printPath, type Path } from "../../diagnostics/index.ts";
import type { Origin } from "../graph.ts";
import { configMapContent, configMapType } from "../kinds/config-map.ts";
import { objectsOf, type ObjectGraph } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";

/** What an Envoy is started with: a document of its own, or a file in a ConfigMap. */
export interface EnvoyConfig {
  readonly content: Readonly<Record<string, unknown>>;
  /** A place in it; for a ConfigMap, of the whole file. */
  readonly origin: (path?: Path) => Origin;
  /** What a message has to say of the place beyond `origin`: empty, or the path in the file and a colon. */
  readonly prefix: (path: Path) => string;
}

/** Type of the object that the configuration of an Envoy becomes. */
export const envoyBootstrapType = "envoyproxy.io/Bootstrap";

/** Every configuration of an Envoy in the input. */
export const envoyConfigs: (graph: ObjectGraph) => readonly EnvoyConfig[] = perGraph((graph) => [
  ...objectsOf(graph, envoyBootstrapType).map((object): EnvoyConfig => ({
    content: object.raw,
    origin: (path) => object.origin(path),
    prefix: () => "",
  })),
  ...objectsOf(graph, configMapType).flatMap((object) =>
    Object.entries(configMapContent(object)?.data ?? {}).flatMap(([key, text]): EnvoyConfig[] => {
      const content = parse(text);
      if (content === undefined) return [];
      const origin = () => object.origin(["data", key]);
      return [{ content, origin, prefix: (path) => `${printPath(path)}: ` }];
    }),
  ),
]);

const started: ReadonlySet<string> = new Set([
  "static_resources",
  "dynamic_resources",
  "staticResources",
  "dynamicResources",
]);
const mark = /\b(?:static_resources|dynamic_resources|staticResources|dynamicResources)\b/;
const typed = "type.googleapis.com/envoy.";

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  // A ConfigMap can hold a book: only what may be one is read.
  if (!mark.test(text) && !text.includes(typed)) return undefined;
  try {
    const value: unknown = load(text, { maxAliases: 100 });
    return isRecord(value) && isConfig(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What it is started with, or a file of resources that it reads while it runs. */
function isConfig(value: Readonly<Record<string, unknown>>): boolean {
  if (Object.keys(value).some((key) => started.has(key))) return true;
  const { resources } = value;
  return (
    Array.isArray(resources) &&
    resources.some((each: unknown) => isRecord(each) && String(each["@type"]).startsWith(typed))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
