import { serviceId } from "../../graph/index.ts";
import type { Limit, WorkloadService } from "../../model/index.ts";

/**
 * Who asks for a count, which is the key of its entry: the instances of a service, or the edge proxies of a gateway. Each
 * has a count of its own, so that a request that passes both is not counted twice in one.
 */
export type CountingPlace = "instance" | "gateway";

/**
 * Name of a limit, the same in every proxy and where it is counted, whatever the order of the author's list:
 * `shop/cart:minute:header=x-client`. How many requests it allows is no part of it, so that a proxy need not change when
 * that does. Its characters have no meaning to Envoy (`%`) and to the service (`*`).
 */
export function limitName(
  service: Pick<WorkloadService, "name" | "namespace">,
  { per, by, method, path }: Limit,
): string {
  return [
    serviceId(service),
    per,
    ...(by === undefined ? [] : [by.kind === "header" ? `header=${plain(by.name)}` : by.kind]),
    ...(method === undefined ? [] : [method]),
    ...(path === undefined ? [] : [`${path.kind}=${plain(path.value)}`]),
  ].join(":");
}

function plain(text: string): string {
  const hex = (character: string): string => `~${character.codePointAt(0)?.toString(16) ?? ""}~`;
  return text.replaceAll(/[^A-Za-z0-9/._-]/gu, hex);
}
