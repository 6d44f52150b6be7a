import { gatewaySpec, gatewayType, type GatewaySpec } from "../../graph/kinds/gateway.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { selects } from "../../graph/query.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/**
 * Gateways of one workload do not share a certificate: browsers re-use an HTTP/2 connection for every host of the
 * certificate, and the server that it was opened for does not know the others.
 */
export const duplicateCertificate: Rule = {
  id: "gateway/duplicate-certificate",
  code: "HED4473",
  severity: "warning",
  summary: "two Gateways of one workload do not share a certificate",
  covers: ["IST0138"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const uses = settledObjects(graph, gatewayType, find).flatMap(certificatesOf);
    for (const sharing of Map.groupBy(uses, ({ certificate }) => certificate).values()) {
      if (sharing.length < 2) continue;
      const reported = new Set<KubernetesObject>();
      for (const { object, selector, path, certificate } of sharing) {
        if (reported.has(object)) continue;
        const other = sharing.find(
          (each) => !isSameObject(each.object, object) && selects(selector, each.selector),
        );
        if (other === undefined) continue;
        reported.add(object);
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `certificate ${certificate} is also the one of Gateway ${other.object.namespace}/${other.object.name}, so that re-used HTTP/2 connections end with 404`,
          fix: "make one Gateway with all hosts of the certificate, or one certificate for each",
        });
      }
    }
  },
};

function certificatesOf(object: KubernetesObject) {
  const { selector = {}, servers = [] } = gatewaySpec(object) ?? {};
  return servers.flatMap(({ tls }, index) => {
    const certificate = nameOf(tls);
    const path = ["spec", "servers", index, "tls"];
    return certificate === undefined ? [] : [{ object, selector, path, certificate }];
  });
}

type ServerTls = NonNullable<GatewaySpec["servers"]>[number]["tls"];

function nameOf(tls: ServerTls): string | undefined {
  const { credentialName = "", serverCertificate = "", privateKey = "" } = tls ?? {};
  if (credentialName !== "") return credentialName;
  return serverCertificate === "" || privateKey === ""
    ? undefined
    : `${serverCertificate} (key ${privateKey})`;
}
