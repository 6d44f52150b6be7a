import { hostServices } from "../host-services.ts";
import { ledServices } from "../led-services.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** A gateway takes away the tokens that it checks, unless told to forward them: the service behind it may need one. */
export function checkTokensPassedOn(context: ReferenceContext): void {
  const { gateways, authentication } = context.mesh;
  for (const gateway of Object.values(gateways)) {
    const checked = new Set(gateway.hosts.flatMap(({ requires }) => requires?.providers ?? []));
    const led = gateway.hosts.flatMap((each) =>
      ledServices(context.mesh, hostServices(each)).map((name) => ({ host: each.host, name })),
    );
    for (const { host, name } of led) {
      const service = sureService(context, name);
      if (service?.kind !== "workload") continue;
      for (const each of service.requires?.providers ?? []) {
        const provider = authentication.providers[each];
        if (provider === undefined || provider.forward || !checked.has(each)) continue;
        addError(context, {
          code: "HED2048",
          path: ["gateways", gateway.name, "hosts", host],
          message: `the gateway checks the token of "${each}" and takes it away, and services.${name}.requires needs it behind the gateway`,
          fix: `set authentication.providers.${each}.forward to true, or let only one of the two check it`,
        });
      }
    }
  }
}
