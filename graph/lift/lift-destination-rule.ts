import { z } from "zod";
import type { ClientPolicyNode } from "../graph.ts";
import { defineLifter, type LiftContext } from "./lifter.ts";
import { qualifyHost } from "./qualify-host.ts";

const policy = z.looseObject({
  tls: z.looseObject({ mode: z.string().optional() }).nullish(),
  portLevelSettings: z.array(z.looseObject({ tls: z.unknown().optional() }).optional()).nullish(),
});
type Policy = z.output<typeof policy>;

/** A DestinationRule: the subsets of a host, and the TLS that clients start. */
export const liftDestinationRule = defineLifter({
  kinds: ["networking.istio.io/DestinationRule"],
  places: [
    { path: ["spec", "host"], fact: "subset", missing: true },
    { path: ["spec", "host"], fact: "client-tls", missing: true },
    { path: ["spec", "subsets", "*", "name"], fact: "subset", missing: true },
    { path: ["spec", "subsets", "*", "labels"], fact: "subset", missing: true },
    { path: ["spec", "trafficPolicy", "tls"], fact: "client-tls", missing: true },
    { path: ["spec", "subsets", "*", "trafficPolicy"], fact: "client-tls", missing: true },
  ],
  schema: z.looseObject({
    spec: z
      .looseObject({
        host: z.string().optional(),
        trafficPolicy: policy.nullish(),
        subsets: z
          .array(
            z
              .looseObject({
                name: z.string().optional(),
                labels: z.record(z.string(), z.string().optional()).nullish(),
                trafficPolicy: policy.nullish(),
              })
              .optional(),
          )
          .nullish(),
      })
      .prefault({}),
  }),
  lift({ spec }, context) {
    if (spec.host === undefined) return;
    const host = qualifyHost(spec.host, context.namespace);
    addClientPolicy(spec.trafficPolicy, { host }, ["spec", "trafficPolicy"], context);
    for (const [index, subset] of (spec.subsets ?? []).entries()) {
      const path = ["spec", "subsets", index];
      if (subset?.name === undefined || context.isUnresolved([...path, "labels"])) continue;
      const labels = Object.entries(subset.labels ?? {}).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value] as const],
      );
      context.add("subsets", {
        host,
        name: subset.name,
        labels: Object.fromEntries(labels),
        origin: context.origin(path),
      });
      const target = { host, subset: subset.name };
      addClientPolicy(subset.trafficPolicy, target, [...path, "trafficPolicy"], context);
    }
  },
});

const clientTls: Readonly<Record<string, ClientPolicyNode["tls"]>> = {
  DISABLE: "none",
  SIMPLE: "simple",
  MUTUAL: "simple",
  ISTIO_MUTUAL: "mutual",
};

function addClientPolicy(
  policy: Policy | null | undefined,
  target: { readonly host: string; readonly subset?: string },
  path: readonly (string | number)[],
  context: LiftContext,
): void {
  for (const [index, port] of (policy?.portLevelSettings ?? []).entries()) {
    if (port?.tls === undefined || port.tls === null) continue;
    const place = [...path, "portLevelSettings", index, "tls"];
    context.leaveOut(
      place,
      "TLS settings of a single port are not compared with what servers accept",
    );
  }
  const mode = policy?.tls?.mode;
  if (mode === undefined) return;
  const tls = clientTls[mode];
  const place = [...path, "tls", "mode"];
  if (tls === undefined)
    context.leaveOut(
      place,
      `TLS mode ${JSON.stringify(mode)} is not one of ${Object.keys(clientTls).join(", ")}`,
    );
  else context.add("clientPolicies", { ...target, tls, origin: context.origin(place) });
}
