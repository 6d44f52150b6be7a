import { z } from "zod";
import { fieldsOf, listOf, mapOf } from "../../model/schema/as-written.ts";
import type { ClientPolicyNode } from "../graph.ts";
import { defineLifter, type LiftContext } from "./lifter.ts";
import { wholeNumber } from "./whole-number.ts";
import { qualifyHost } from "./qualify-host.ts";

const tlsSettings = fieldsOf({ mode: z.string().optional() }).nullish();
const policy = fieldsOf({
  tls: tlsSettings,
  portLevelSettings: listOf(
    fieldsOf({
      port: fieldsOf({ number: wholeNumber.optional() }).nullish(),
      tls: tlsSettings,
    }).optional(),
  ).nullish(),
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
  schema: fieldsOf({
    spec: fieldsOf({
      host: z.string().optional(),
      trafficPolicy: policy.nullish(),
      subsets: listOf(
        fieldsOf({
          name: z.string().optional(),
          labels: mapOf(z.string().optional()).nullish(),
          trafficPolicy: policy.nullish(),
        }).optional(),
      ).nullish(),
    }).prefault({}),
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

type Target = Pick<ClientPolicyNode, "host" | "subset" | "port" | "exceptPorts">;

function addClientPolicy(
  policy: Policy | null | undefined,
  target: Target,
  path: readonly (string | number)[],
  context: LiftContext,
): void {
  const exceptPorts: number[] = [];
  for (const [index, each] of (policy?.portLevelSettings ?? []).entries()) {
    const mode = each?.tls?.mode;
    const port = each?.port?.number;
    if (port === undefined) continue;
    // Settings of a port replace those of the destination as a whole.
    exceptPorts.push(port);
    if (mode === undefined) continue;
    const place = [...path, "portLevelSettings", index, "tls", "mode"];
    addTls(mode, { ...target, port }, place, context);
  }
  const mode = policy?.tls?.mode;
  if (mode === undefined) return;
  const most = exceptPorts.length === 0 ? target : { ...target, exceptPorts };
  addTls(mode, most, [...path, "tls", "mode"], context);
}

function addTls(
  mode: string,
  target: Target,
  place: readonly (string | number)[],
  context: LiftContext,
): void {
  const tls = clientTls[mode];
  if (tls === undefined)
    context.leaveOut(
      place,
      `TLS mode ${JSON.stringify(mode)} is not one of ${Object.keys(clientTls).join(", ")}`,
    );
  else context.add("clientPolicies", { ...target, tls, origin: context.origin(place) });
}
