import type { Path } from "../../diagnostics/index.ts";
import type { EnvoyConfig } from "../../graph/objects/envoy-configs.ts";

// Envoy's configuration is Protobuf as YAML or JSON: every field has two names (`lb_policy`, `lbPolicy`), and may be
// missing or wrong. These words read it without believing anything.

/** A message of a configuration, and where it is. */
export interface Part {
  readonly value: Fields;
  readonly path: Path;
}
export type Fields = Readonly<Record<string, unknown>>;

/** A field by its name in Protobuf. */
export function field(value: unknown, name: string): unknown {
  if (!isFields(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const camel = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(value, camel) ? value[camel] : undefined;
}

/** A field of a field, and so on. */
export function fieldAt(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce((found, name) => field(found, name), value);
}

/** A field that is text; undefined where it is anything else. */
export function text(value: unknown, ...names: readonly string[]): string | undefined {
  const found = fieldAt(value, ...names);
  return typeof found === "string" ? found : undefined;
}

/** The messages of a list, or one message, below a part. */
export function partsAt({ value, path }: Part, ...names: readonly string[]): readonly Part[] {
  const found = fieldAt(value, ...names);
  const at = [...path, ...names];
  if (Array.isArray(found)) {
    return found.flatMap((each: unknown, index) =>
      isFields(each) ? [{ value: each, path: [...at, index] }] : [],
    );
  }
  return isFields(found) ? [{ value: found, path: at }] : [];
}

/** The whole configuration as a part. */
export function rootOf({ content }: EnvoyConfig): Part {
  return { value: content, path: [] };
}

/** Those that it is started with, or those of a file that it reads while it runs. */
export function clustersOf(config: EnvoyConfig): readonly Part[] {
  return [
    ...partsAt(rootOf(config), "static_resources", "clusters"),
    ...resourcesOf(config).filter(({ value }) => isOfType(value, "Cluster")),
  ];
}

/** The same of listeners. */
export function listenersOf(config: EnvoyConfig): readonly Part[] {
  return [
    ...partsAt(rootOf(config), "static_resources", "listeners"),
    ...resourcesOf(config).filter(({ value }) => isOfType(value, "Listener")),
  ];
}

function resourcesOf(config: EnvoyConfig): readonly Part[] {
  return partsAt(rootOf(config), "resources");
}

/** Whether it is everything that the Envoy has, apart from what it is told while it runs. */
export function isWhole({ content }: EnvoyConfig): boolean {
  return (
    field(content, "resources") === undefined &&
    fieldAt(content, "dynamic_resources", "cds_config") === undefined
  );
}

/** Whether a message is of a type, by the last part of its name: `HttpConnectionManager`. */
export function isOfType(value: unknown, type: string): boolean {
  return isFields(value) && text(value, "@type")?.endsWith(`.${type}`) === true;
}

/** The network filters of a listener with their configuration. */
export function networkFilters(listener: Part): readonly Part[] {
  const chains = [
    ...partsAt(listener, "filter_chains"),
    ...partsAt(listener, "default_filter_chain"),
  ];
  return chains.flatMap((chain) =>
    partsAt(chain, "filters").flatMap((filter) => partsAt(filter, "typed_config")),
  );
}

/** The parts of a listener that read HTTP. */
export function httpManagers(listener: Part): readonly Part[] {
  return networkFilters(listener).filter(({ value }) => isOfType(value, "HttpConnectionManager"));
}

/** The routes of one that reads HTTP, by virtual host. */
export function virtualHosts(manager: Part): readonly Part[] {
  return partsAt(manager, "route_config", "virtual_hosts");
}

/** Every message of a configuration that has a field, however deep. */
export function* messagesWith({ value, path }: Part, name: string): Generator<Part> {
  if (field(value, name) !== undefined) yield { value, path };
  for (const [key, inner] of Object.entries(value)) {
    const list: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
    for (const [index, each] of list.entries()) {
      if (!isFields(each)) continue;
      const at = Array.isArray(inner) ? [...path, key, index] : [...path, key];
      yield* messagesWith({ value: each, path: at }, name);
    }
  }
}

const loopback = /^(?:127(?:\.\d+){3}|::1|\[::1\]|localhost)$/;

/** Whether an address can only be reached from the same machine or pod: a pipe, or loopback. */
export function isLocal(address: unknown): boolean {
  if (field(address, "pipe") !== undefined) return true;
  if (field(address, "envoy_internal_address") !== undefined) return true;
  return loopback.test(text(address, "socket_address", "address") ?? "");
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
