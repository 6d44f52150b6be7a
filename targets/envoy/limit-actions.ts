import type { Limit } from "../../model/index.ts";
import { believedAddress, type AddressSource } from "./client-address.ts";
import { ownPlace, type Place } from "./counted-limit.ts";
import type { Fields } from "./fields.ts";

/**
 * What is said of a request to whoever counts: under a key which limit it is, then whose request it is. Nothing is said
 * of a request that the limit is not for, be it at another place. A list for each place that a client's address can be
 * read from, of which one fits a request.
 * https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#config-route-v3-ratelimit-action
 */
export function limitActions(
  limit: Limit,
  { key, value }: { readonly key: string; readonly value: string },
  sources: readonly AddressSource[] = [believedAddress],
  place: Place = ownPlace(limit),
): readonly (readonly Fields[])[] {
  const { by } = limit;
  if (by?.kind !== "remote-address") {
    return [[limitAction(limit, key, value, place), ...headerAction(by)]];
  }
  return sources.map(({ headers, action }) => {
    return [limitAction(limit, key, value, [...place, ...headers]), action];
  });
}

/** Key of the entry that tells clients apart; none where all count together. */
export function clientKeys({ by }: Limit): readonly string[] {
  return by === undefined ? [] : [by.kind === "header" ? "header" : "remote_address"];
}

function limitAction(
  { method }: Limit,
  key: string,
  value: string,
  more: readonly Fields[] = [],
): Fields {
  const headers = [
    ...more,
    ...(method === undefined ? [] : [{ name: ":method", string_match: { exact: method } }]),
  ];
  if (headers.length === 0) {
    return { generic_key: { descriptor_key: key, descriptor_value: value } };
  }
  return { header_value_match: { descriptor_key: key, descriptor_value: value, headers } };
}

function headerAction(by: Extract<Limit["by"], { readonly kind: "header" }> | undefined): Fields[] {
  if (by === undefined) return [];
  return [{ request_headers: { header_name: by.name, descriptor_key: "header" } }];
}
