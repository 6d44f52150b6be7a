import { kubectl } from "./kubectl.ts";

const istiod = "/api/v1/namespaces/istio-system/services/istiod:15014/proxy/metrics";

/** What istiod counts when a proxy sends its configuration back, or when two of our objects do not fit together. */
const counters =
  /^(pilot_total_xds_rejects|pilot_xds_[a-z]ds_reject|pilot_conflict_\w+|pilot_duplicate_envoy_clusters|pilot_vservice_dup_domain|pilot_destrule_subsets)(\{.*\})? (\d+)$/;

/** Lines about what somebody wrote, and not about istiod's own start or what is still on its way. */
const aboutObjects =
  /\t(?:warn|error)\t.*\b(?:invalid|conflict(?:ing)? |duplicate|ignor|unsupported|reject|unauthorized|NACK|ACK ERROR)/i;

/** A write of istiod's own that lost a race; it says so and tries again. */
const retried = /retrying \(retry count|Operation cannot be fulfilled/;

/** What proxies and istiod have against what they were given since istiod started; empty where all is well. */
export async function complaints(kubeconfig: string): Promise<readonly string[]> {
  const metrics = await kubectl(kubeconfig, ["get", "--raw", istiod]);
  const counted = metrics.split("\n").filter((line) => Number(counters.exec(line)?.[3] ?? 0) > 0);
  const logs = ["logs", "--namespace=istio-system", "deployment/istiod", "--tail=-1"];
  const said = (await kubectl(kubeconfig, logs))
    .split("\n")
    .filter((line) => aboutObjects.test(line) && !retried.test(line));
  return [...counted, ...said];
}
