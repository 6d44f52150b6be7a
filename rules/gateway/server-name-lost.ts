import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { serviceSpec } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { servicesOfGateway } from "./services-of-gateway.ts";

const prefix = "service.beta.kubernetes.io/aws-load-balancer-ssl-";

/** A load balancer that ends TLS sends no server name: no server of the Gateway behind it asks for one. */
export const serverNameLost: Rule = {
  id: "gateway/server-name-lost",
  code: "HED4693",
  severity: "warning",
  summary: "behind a load balancer that ends TLS, no Gateway asks for a server name",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, gatewayType)) {
      const balancers = servicesOfGateway(graph, object).filter(endsTls);
      for (const [index, server] of (gatewaySpec(object)?.servers ?? []).entries()) {
        const { port, tls, hosts = [] } = server;
        if (tls?.mode !== "SIMPLE" && tls?.mode !== "MUTUAL") continue;
        const named = hosts.map((each) => each.replace(/^[^/]*\//, ""));
        const balancer = balancers.find((each) => endsTlsOf(each, port?.number));
        if (balancer === undefined || named.includes("*")) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "servers", index, "hosts"]),
          message: `asks for the server name ${named.join(", ")}, and the load balancer of ${balancer.origin().source}, which ends TLS, sends none`,
          fix: 'set hosts to "*" here and name them in the VirtualServices, or let the load balancer pass TLS through',
        });
      }
    }
  },
};

function endsTls(object: KubernetesObject): boolean {
  return (
    serviceSpec(object)?.type === "LoadBalancer" &&
    Object.hasOwn(object.annotations, `${prefix}cert`)
  );
}

/** Whether the load balancer ends TLS on the port of its Service that leads to a port of the Gateway. */
function endsTlsOf(object: KubernetesObject, number: number | undefined): boolean {
  const { ports = [] } = serviceSpec(object) ?? {};
  const found = ports.find(
    ({ port, targetPort }) => number !== undefined && (port === number || targetPort === number),
  );
  if (found === undefined) return false;
  const listed = (object.annotations[`${prefix}ports`] ?? "*")
    .split(",")
    .map((each) => each.trim());
  return (
    listed.includes("*") ||
    listed.includes(String(found.port)) ||
    (found.name !== undefined && listed.includes(found.name))
  );
}
