import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { PodContainer } from "../../graph/kinds/pod-spec.ts";
import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "./checked-workloads.ts";

/** What calls others while the pod starts waits for the proxy, without which nothing gets out. */
export const startsBeforeProxy: Rule = {
  id: "workloads/starts-before-proxy",
  code: "HED4769",
  severity: "warning",
  summary: "what calls others while a pod starts has its proxy",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const native = isNativeByDefault(graph);
    const holding = holds.test(JSON.stringify(meshConfig(graph).config.defaultConfig ?? {}));
    for (const pod of checkedWorkloads(graph)) {
      if (pod.mode !== "sidecar" || isNative(pod, native)) continue;
      const held = holding || holds.test(pod.annotations["proxy.istio.io/config"] ?? "");
      const initial = pod.initContainers.findIndex(callsOut);
      const main = held ? -1 : pod.containers.findIndex(waitsForOthers);
      if (initial < 0 && main < 0) continue;
      const [list, index] = initial < 0 ? ["containers", main] : ["initContainers", initial];
      find({
        outcome: "fail",
        origin: pod.origin(["spec", list, index]),
        message:
          list === "containers"
            ? "calls others as it starts, and may start before the proxy: until that runs, nothing gets out"
            : "calls others before the pod's containers start, the proxy among them: nothing gets out",
        fix: `remove ${annotation}: "false", so that the proxy is a native sidecar, which starts first${list === "containers" ? ", or set holdApplicationUntilProxyStarts: true" : ""}`,
      });
    }
  },
};

const annotation = "sidecar.istio.io/nativeSidecar";
const holds = /"?holdApplicationUntilProxyStarts"?\s*:\s*"?true/;
const commands =
  /\b(?:curl|wget|nc|nslookup|psql|mysql|redis-cli|mongosh|flyway|liquibase|alembic|wait-for(?:-it)?|migrate)\b|:\/\//;

function isNative({ annotations, labels }: VirtualPod, byDefault: boolean): boolean {
  const said = annotations[annotation] ?? labels[annotation];
  return said === undefined ? byDefault : said !== "false";
}

/** Native sidecars are the default, unless istiod is told otherwise. */
function isNativeByDefault(graph: ObjectGraph): boolean {
  return !podsOfIstio(graph).some(
    ({ labels, containers }) =>
      labels["app"] === "istiod" &&
      containers.some(({ env = [] }) =>
        env.some(({ name, value }) => name === "ENABLE_NATIVE_SIDECARS" && value === "false"),
      ),
  );
}

function callsOut(container: PodContainer): boolean {
  const { name = "", command = [], args = [], image = "", securityContext } = container;
  // The proxy's own user is not led to the proxy; a native sidecar is no step of the start.
  if (name.startsWith("istio-") || securityContext?.runAsUser === 1337) return false;
  if (container.restartPolicy === "Always") return false;
  return commands.test([...command, ...args, image.split("/").at(-1) ?? ""].join(" "));
}

function waitsForOthers({ command = [], args = [] }: PodContainer): boolean {
  return /\b(?:until|while !|wait-for(?:-it)?|curl|wget|nc)\b[\s\S]{0,400}?(?:&&|;|--)\s*\S/.test(
    [...command, ...args].join(" "),
  );
}
