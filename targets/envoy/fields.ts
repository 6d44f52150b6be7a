import type { Json } from "../../graph/index.ts";
import type { Milliseconds } from "../../model/index.ts";

/** A message of Envoy's API in its JSON form. No published package holds types of it; the real binary checks ours. */
export type Fields = { readonly [field: string]: Json };

/** A message that is a resource of its own: its name is what others refer to. */
export type Resource = Fields & { readonly name: string };

/** A message with its type, as Envoy wants extensions. The package is without `type.googleapis.com/`. */
export function typed(type: string, fields: Fields = {}): Fields {
  return { "@type": `type.googleapis.com/${type}`, ...fields };
}

/** An extension with the name under which Envoy knows it. */
export function extension(name: string, type: string, fields: Fields = {}): Fields {
  return { name, typed_config: typed(type, fields) };
}

/** A duration in the JSON form of protobuf: seconds, `0.25s`. */
export function duration(value: Milliseconds): string {
  return `${String(value / 1000)}s`;
}

/** A TCP address. */
export function socketAddress(address: string, port: number): Fields {
  return { socket_address: { address, port_value: port } };
}
