import { printDuration } from "../duration.ts";
import type { PolicyPlace } from "./policy-place.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

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
  for (const [part, time] of times) {
    if (time === undefined || time % 1000 === 0) continue;
    addError(context, {
      code: "HED1010",
      path: [...path, ...part],
      message: `got "${printDuration(time)}"; allowed: whole seconds`,
      fix: `write "${printDuration(Math.max(1, Math.round(time / 1000)) * 1000)}"`,
    });
  }
}
