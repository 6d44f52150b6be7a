import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  mergeOptions,
  type ComponentResourceOptions,
  type ResourceTransform,
} from "@pulumi/pulumi";
import { Chart } from "@pulumi/kubernetes/helm/v4/chart.js";
import { HeddleError } from "../diagnostics/index.ts";
import type { PlainValues } from "./merge-values.ts";

/** Where each chart may lie in the folder: first as released, then as in Istio's source. */
const folders = {
  base: ["base"],
  istiod: ["istiod", "istio-control/istio-discovery"],
  gateway: ["gateway"],
} as const;

/** Installs one of Istio's official charts from a local folder, without its Helm hooks; it has none. */
export function istioChart(
  name: string,
  args: {
    /** The chart's own folder, from `chartFolder`. */
    readonly folder: string;
    /** Helm's release name; the `gateway` chart names its objects after it. */
    readonly release: string;
    readonly namespace: string;
    readonly values: PlainValues;
  },
  options: ComponentResourceOptions,
): Chart {
  return new Chart(
    name,
    {
      chart: args.folder,
      name: args.release,
      namespace: args.namespace,
      values: args.values,
    },
    mergeOptions(options, { transforms: [leaveToIstiod] }),
  );
}

/**
 * Finds one of Istio's charts. Components call it before they register anything.
 *
 * @throws HeddleError HED5001 when it is not there.
 */
export function chartFolder(charts: string, chart: keyof typeof folders): string {
  const candidates = folders[chart].map((folder) => resolve(charts, folder));
  const found = candidates.find((folder) => existsSync(join(folder, "Chart.yaml")));
  if (found !== undefined) return found;
  throw new HeddleError([
    {
      code: "HED5001",
      severity: "error",
      path: ["charts"],
      message: `no chart "${chart}" of Istio at ${candidates.join(" or ")}`,
      fix: "run `npm run tools`, or set heddle:charts to the folder manifests/charts of an Istio release",
    },
  ]);
}

/** istiod owns these fields of its webhooks: it writes its own authority into them, and closes them when ready. */
export const leaveToIstiod: ResourceTransform = ({ type, props, opts }) => {
  if (!/^kubernetes:admissionregistration\.k8s\.io\/v1:\w+WebhookConfiguration$/.test(type)) {
    return undefined;
  }
  const ignoreChanges = ["webhooks[*].clientConfig.caBundle", "webhooks[*].failurePolicy"];
  return { props, opts: mergeOptions(opts, { ignoreChanges }) };
};
