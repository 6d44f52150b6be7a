import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { serviceType } from "../../graph/kinds/service.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { describesNamespace } from "../find-service.ts";
import type { Rule } from "../rule.ts";

const namespacesByName = perGraph((graph) =>
  Map.groupBy(objectsOf(graph, serviceType), ({ name }) => name),
);

/** A short host means a service of the namespace that it is written in, not one of the same name elsewhere. */
export const shortName: Rule = {
  id: "routing/short-name",
  code: "HED4752",
  severity: "warning",
  summary: "short hosts of a VirtualService are services of its own namespace",
  covers: [],
  reads: ["objects", "services", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { namespace } = object;
      const { hosts = [] } = virtualServiceSpec(object) ?? {};
      const isOpen = (host: string) =>
        !host.includes(".") &&
        !host.startsWith("*") &&
        findObject(graph, serviceType, namespace, host) === undefined;
      if (!hosts.some(isOpen)) continue;
      for (const [index, host] of hosts.entries()) {
        if (!isOpen(host)) continue;
        const [elsewhere] = namespacesByName(graph).get(host) ?? [];
        if (elsewhere === undefined) continue;
        const isVouched = graph.services.some(
          (each) => each.namespace === namespace && each.name === host,
        );
        if (isVouched) continue;
        const full = `${host}.${elsewhere.namespace}.svc.cluster.local`;
        find({
          outcome: describesNamespace(graph, namespace) ? "fail" : "unknown",
          origin: object.origin(["spec", "hosts", index]),
          message: `is for ${host}.${namespace}.svc.cluster.local, which is not there; there is ${full}`,
          fix: `write ${full}, or move the VirtualService to namespace ${elsewhere.namespace}`,
          absent: ["service"],
        });
      }
    }
  },
};
