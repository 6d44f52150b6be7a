import { z } from "zod";
import { fieldsOf, listOf } from "../../model/schema/as-written.ts";
import { defineLifter } from "./lifter.ts";

/** An Istio Gateway: one listener for each host of each server. */
export const liftGateway = defineLifter({
  kinds: ["networking.istio.io/Gateway"],
  places: [{ path: ["spec", "servers"], fact: "listener", missing: true }],
  schema: fieldsOf({
    spec: fieldsOf({
      servers: listOf(
        fieldsOf({
          hosts: listOf(z.string().optional()).nullish(),
          tls: fieldsOf({ mode: z.string().optional() }).nullish(),
        }).optional(),
      ).nullish(),
    }).prefault({}),
  }),
  lift({ spec }, context) {
    for (const [index, server] of (spec.servers ?? []).entries()) {
      for (const [position, host] of (server?.hosts ?? []).entries()) {
        if (host === undefined) continue;
        context.add("listeners", {
          gateway: `${context.namespace}/${context.name}`,
          // `namespace/host` limits who may attach; the host is what clients ask for.
          host: host.slice(host.indexOf("/") + 1),
          tls: server?.tls?.mode !== undefined,
          origin: context.origin(["spec", "servers", index, "hosts", position]),
        });
      }
    }
  },
});
