import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import { defineLifter, type LiftContext } from "./lifter.ts";

const labels = mapOf(z.string()).nullish();
const account = z.string().optional();

/** A WorkloadEntry: one instance outside Kubernetes. Services select it by its labels, as they select pods. */
export const liftWorkloadEntry = defineLifter({
  kinds: ["networking.istio.io/WorkloadEntry"],
  places: [{ path: ["spec", "labels"], fact: "workload", missing: true }],
  schema: fieldsOf({
    spec: fieldsOf({ labels, serviceAccount: account }).prefault({}),
  }),
  lift({ spec }, context) {
    addMachine({ ...spec, labelsPath: ["spec", "labels"], replicas: 1 }, context);
  },
});

/** A WorkloadGroup: instances outside Kubernetes that register themselves, nobody knows how many. */
export const liftWorkloadGroup = defineLifter({
  kinds: ["networking.istio.io/WorkloadGroup"],
  places: [{ path: ["spec", "metadata", "labels"], fact: "workload", missing: true }],
  schema: fieldsOf({
    spec: fieldsOf({
      metadata: fieldsOf({ labels }).nullish(),
      template: fieldsOf({ serviceAccount: account }).nullish(),
    }).prefault({}),
  }),
  lift({ spec }, context) {
    const { metadata, template } = spec;
    const labelsPath = ["spec", "metadata", "labels"];
    addMachine(
      { labels: metadata?.labels, serviceAccount: template?.serviceAccount, labelsPath },
      context,
    );
  },
});

interface Lifted {
  readonly labels?: Readonly<Record<string, string>> | null | undefined;
  readonly serviceAccount?: string | undefined;
  readonly labelsPath: readonly string[];
  readonly replicas?: number;
}

/** With an account, and only then, callers take it to have a proxy. */
function addMachine(
  { labels: own, serviceAccount = "", labelsPath, replicas }: Lifted,
  context: LiftContext,
): void {
  if (context.isUnresolved(labelsPath)) return;
  const said = own?.["security.istio.io/tlsMode"];
  context.add("workloads", {
    name: context.name,
    namespace: context.namespace,
    labels: own ?? {},
    ...(replicas === undefined ? {} : { replicas }),
    serviceAccount: serviceAccount === "" ? "default" : serviceAccount,
    inMesh: said === undefined ? serviceAccount !== "" : said === "istio",
    origin: context.origin([]),
  });
}
