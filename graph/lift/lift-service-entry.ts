import { z } from "zod";
import { fieldsOf, listOf, mapOf } from "../../model/schema/as-written.ts";
import { defineLifter } from "./lifter.ts";
import { wholeNumber } from "./whole-number.ts";
import { protocolOf } from "./lift-service.ts";

const port = fieldsOf({
  name: z.string().optional(),
  number: wholeNumber.optional(),
  protocol: z.string().optional(),
});

/** A ServiceEntry: one service for each of its hosts. */
export const liftServiceEntry = defineLifter({
  kinds: ["networking.istio.io/ServiceEntry"],
  places: [
    { path: ["spec", "hosts"], fact: "service", missing: true },
    { path: ["spec", "ports"], fact: "service", missing: false },
  ],
  schema: fieldsOf({
    spec: fieldsOf({
      hosts: listOf(z.string().optional()).optional(),
      location: z.string().optional(),
      ports: listOf(port.optional()).optional(),
      workloadSelector: fieldsOf({ labels: mapOf(z.string()).optional() }).optional(),
    }).prefault({}),
  }),
  lift({ spec }, context) {
    const { name, namespace } = context;
    const hosts = (spec.hosts ?? []).filter((host) => host !== undefined);
    for (const [index, host] of hosts.entries()) {
      const selector = spec.workloadSelector?.labels;
      context.add("services", {
        id: hosts.length === 1 ? `${namespace}/${name}` : `${namespace}/${host}`,
        name,
        namespace,
        host,
        external: spec.location !== "MESH_INTERNAL",
        ports: (spec.ports ?? []).flatMap((each) =>
          each?.number === undefined
            ? []
            : [{ name: each.name ?? "", number: each.number, protocol: protocolOf(each) }],
        ),
        ...(selector === undefined ? {} : { selector }),
        origin: context.origin(["spec", "hosts", index]),
      });
    }
  },
});
