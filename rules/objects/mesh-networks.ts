import { z } from "zod";
import { messages, text, whole } from "../../graph/kinds/fields.ts";
import { withoutNulls } from "../../graph/kinds/without-nulls.ts";
import { meshNetworks } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";

const network = z.looseObject({
  endpoints: messages({ fromCidr: text, fromRegistry: text, from_cidr: text, from_registry: text }),
  gateways: messages({
    address: text,
    registryServiceName: text,
    // The name in the protocol, which is read as well.
    registry_service_name: text,
    port: whole,
    locality: text,
  }),
});
const schema = z.looseObject({ networks: z.record(z.string(), network) });

/** The networks of the mesh are ones that Istio takes. */
export const meshNetworksRule: Rule = {
  id: "objects/mesh-networks",
  code: "HED4681",
  severity: "error",
  summary: "the networks of the mesh are ones that Istio takes",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const stated = meshNetworks(graph);
    if (stated === undefined) return;
    const origin = stated.object.origin(stated.path);
    const fix =
      "correct it: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshNetworks";
    const note = (message: string) => {
      find({ outcome: "fail", origin, message, fix });
    };
    const { data } = schema.safeParse(withoutNulls(stated.networks));
    if (data === undefined) {
      note("the networks do not have the form networks: { name: { endpoints, gateways } }");
      return;
    }
    for (const [name, { endpoints = [], gateways = [] }] of Object.entries(data.networks)) {
      for (const endpoint of endpoints) {
        const fromCidr = endpoint.fromCidr ?? endpoint.from_cidr;
        const fromRegistry = endpoint.fromRegistry ?? endpoint.from_registry;
        if ((fromCidr === undefined) !== (fromRegistry === undefined)) continue;
        note(
          `network ${name} has endpoints that name ${fromCidr === undefined ? "neither" : "both"} of fromCidr and fromRegistry`,
        );
      }
      for (const { address, registryServiceName, port = 0, ...other } of gateways) {
        const service = registryServiceName ?? other.registry_service_name;
        if ((address === undefined) === (service === undefined)) {
          note(
            `network ${name} has a gateway that names ${address === undefined ? "neither" : "both"} of address and registryServiceName`,
          );
        }
        if (port < 1 || port > 65_535) {
          note(
            `network ${name} has a gateway with the port ${String(port)}; a port is between 1 and 65535`,
          );
        }
      }
    }
  },
};
