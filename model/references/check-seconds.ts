import { checkWholeSeconds } from "./check-whole-seconds.ts";
import type { PolicyPlace } from "./policy-place.ts";
import type { ReferenceContext } from "./reference-context.ts";

/** What the operating system or a cookie counts in whole seconds. */
export function checkSeconds(context: ReferenceContext, { own, path }: PolicyPlace): void {
  const { keepAlive } = own.connections ?? {};
  const { loadBalancing } = own;
  const hash = typeof loadBalancing === "object" ? loadBalancing.consistentHash : undefined;
  const times = [
    [["connections", "keepAlive", "time"], keepAlive?.time],
    [["connections", "keepAlive", "interval"], keepAlive?.interval],
    [
      ["loadBalancing", "consistentHash", "ttl"],
      hash !== undefined && "cookie" in hash ? hash.ttl : undefined,
    ],
  ] as const;
  for (const [part, time] of times) checkWholeSeconds(context, time, [...path, ...part]);
}
