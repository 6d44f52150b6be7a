import type { GatewayHost } from "../../model/index.ts";
import type { HostPart, RouteRuleNode } from "../graph.ts";
import { rulesOfPart } from "./rules-of-part.ts";

/** The rules of a service as they are for a gateway, and its host; `undefined` where there is no such service. */
export type RulesOf = (
  service: string,
) => { readonly host: string; readonly rules: readonly RouteRuleNode[] } | undefined;

/**
 * The rules of a host of which parts are handed over: those of the service of each part, the longest path first, then
 * those of the host's own service. Each part takes all that is below its path, so that no request gets past it.
 */
export function sharedHostRules(
  { service, paths }: Pick<GatewayHost, "service" | "paths">,
  rulesOf: RulesOf,
): readonly RouteRuleNode[] {
  const names = partNames(paths);
  const handedOver = paths.flatMap((each, index): readonly RouteRuleNode[] => {
    const found = rulesOf(each.service);
    if (found === undefined) return [];
    const { path, rewrite } = each;
    const part: HostPart = {
      ...{ name: names[index] ?? "", path, service: found.host },
      ...(rewrite === undefined ? {} : { rewrite }),
    };
    const inside = paths.filter(({ path }) => path.startsWith(`${each.path}/`));
    return rulesOfPart(
      found.rules,
      part,
      inside.map(({ path }) => path),
    );
  });
  const own = service === undefined ? undefined : rulesOf(service);
  const left = rulesOfPart(
    own?.rules ?? [],
    undefined,
    paths.map(({ path }) => path),
  );
  return [...handedOver, ...left];
}

/** `cart`, and `cart.2` for the second part of one service: in the order of the paths' text. */
function partNames(paths: GatewayHost["paths"]): readonly string[] {
  const sorted = paths.map(({ path }) => path).sort();
  return paths.map(({ path, service }) => {
    const same = sorted.filter((other) => {
      return other <= path && paths.some((each) => each.path === other && each.service === service);
    });
    return same.length === 1 ? service : `${service}.${String(same.length)}`;
  });
}
