import type { Path } from "../../diagnostics/index.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";
import { checkKnownProvider } from "./check-known-provider.ts";

/** A rule on claims protects doors that check the tokens with these claims: elsewhere nobody has read them. */
export function checkTokenConditions(context: ReferenceContext): void {
  for (const { name, services, gateways, when } of context.mesh.access.rules) {
    const path = ["access", "rules", name];
    for (const condition of when) {
      if (condition.kind !== "token") continue;
      const { provider } = condition;
      if (!checkKnownProvider(context, provider, [...path, "when", "token"])) continue;
      for (const each of services) {
        const service = sureService(context, each);
        if (service?.kind !== "workload") continue;
        if (service.requires?.providers.includes(provider) === true) continue;
        addUnchecked(context, path, { provider, door: ["services", each] });
      }
      for (const each of gateways) {
        const gateway = context.mesh.gateways[each];
        if (gateway === undefined) continue;
        if (gateway.hosts.some((host) => host.requires?.providers.includes(provider))) continue;
        addUnchecked(context, path, { provider, door: ["gateways", each] });
      }
    }
  }
}

function addUnchecked(
  context: ReferenceContext,
  path: Path,
  { provider, door }: { readonly provider: string; readonly door: readonly [string, string] },
): void {
  const place = door.join(".");
  const where = door[0] === "gateways" ? `a host of ${place}` : place;
  addError(context, {
    code: "HED2047",
    path: [...path, "when", "token"],
    message: `asks for the token of "${provider}", which nobody checks at ${place}`,
    fix: `add requires: ${provider} to ${where}, or requires: { optional: ${provider} } where it may be missing`,
  });
}
