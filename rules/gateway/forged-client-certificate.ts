import { load } from "js-yaml";
import { z } from "zod";
import type { Origin } from "../../graph/graph.ts";
import { message, text, whole } from "../../graph/kinds/fields.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Finding, Rule } from "../rule.ts";

const schema = z.looseObject({
  gatewayTopology: message({ numTrustedProxies: whole, forwardClientCertDetails: text }),
});
const forwarding = new Set(["FORWARD_ONLY", "APPEND_FORWARD", "ALWAYS_FORWARD_ONLY"]);
const annotation = "proxy.istio.io/config";

/** A gateway at the edge does not pass on what clients say of their certificate. */
export const forgedClientCertificate: Rule = {
  id: "gateway/forged-client-certificate",
  code: "HED4683",
  severity: "warning",
  summary: "a gateway at the edge does not believe the client certificate in a header",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object } = meshConfig(graph);
    if (object !== undefined) judge(config.defaultConfig, object.origin(), find);
    for (const pod of virtualPods(graph)) {
      const said = pod.annotations[annotation];
      if (said === undefined || !isGateway(pod)) continue;
      judge(read(said), pod.origin(["metadata", "annotations", annotation]), find);
    }
  },
};

function judge(config: unknown, origin: Origin, find: (finding: Finding) => void): void {
  const { forwardClientCertDetails: how = "", numTrustedProxies = 0 } =
    schema.safeParse(config).data?.gatewayTopology ?? {};
  // With trusted proxies in front, it is they who say the header.
  if (!forwarding.has(how) || numTrustedProxies > 0) return;
  const who = how === "ALWAYS_FORWARD_ONLY" ? "every client" : "every client with a certificate";
  find({
    outcome: "fail",
    origin,
    message: `forwardClientCertDetails is ${how}, and no proxy in front is trusted: ${who} can write X-Forwarded-Client-Cert itself`,
    fix: "set SANITIZE_SET, or numTrustedProxies to the number of proxies in front that set the header",
  });
}

/** Topology only means something to gateways. */
function isGateway({ containers, labels }: VirtualPod): boolean {
  const proxies = containers.length > 0 && containers.every(({ name }) => name === "istio-proxy");
  return proxies || labels["inject.istio.io/templates"] === "gateway";
}

function read(yaml: string): unknown {
  try {
    return load(yaml, { maxAliases: 100 });
  } catch {
    return undefined;
  }
}
