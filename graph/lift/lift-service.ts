import { z } from "zod";
import { fieldsOf, listOf, mapOf } from "../../model/schema/as-written.ts";
import type { Protocol } from "../../model/vocabulary.ts";
import { defineLifter } from "./lifter.ts";

const port = fieldsOf({
  name: z.string().optional(),
  port: z.number().optional(),
  appProtocol: z.string().optional(),
});

/** A Kubernetes Service: something that can be called, and the labels that select its workloads. */
export const liftService = defineLifter({
  kinds: ["/Service"],
  places: [
    { path: ["spec", "selector"], fact: "service", missing: true },
    { path: ["spec", "ports"], fact: "service", missing: false },
    { path: ["spec", "type"], fact: "service", missing: false },
  ],
  schema: fieldsOf({
    spec: fieldsOf({
      type: z.string().optional(),
      selector: mapOf(z.string()).nullish(),
      ports: listOf(port.optional()).nullish(),
    }).optional(),
  }),
  lift({ spec }, context) {
    if (context.isUnresolved(["spec", "selector"])) return;
    const { name, namespace } = context;
    context.add("services", {
      id: `${namespace}/${name}`,
      name,
      namespace,
      host: `${name}.${namespace}.svc.cluster.local`,
      external: spec?.type === "ExternalName",
      ports: (spec?.ports ?? []).flatMap((each) => {
        if (each?.port === undefined) return [];
        // A Service's `protocol` is that of the transport (TCP, UDP) and says nothing of the application.
        const { name: label = "", port: number, appProtocol } = each;
        return [{ name: label, number, protocol: protocolOf({ name: label, appProtocol }) }];
      }),
      ...(spec?.selector ? { selector: spec.selector } : {}),
      origin: context.origin([]),
    });
  },
});

const protocolByWord: Readonly<Record<string, Protocol>> = {
  http: "http",
  http2: "http2",
  "kubernetes.io/h2c": "http2",
  grpc: "grpc",
  "grpc-web": "grpc",
  https: "tls",
  tls: "tls",
  tcp: "tcp",
  udp: "tcp",
  mongo: "tcp",
  mysql: "tcp",
  redis: "tcp",
};

/** `appProtocol`, else the word before the first dash of the name, else HTTP, which Istio detects by itself. */
export function protocolOf(port: {
  readonly name?: string | undefined;
  readonly appProtocol?: string | undefined;
  readonly protocol?: string | undefined;
}): Protocol {
  const said = (port.appProtocol ?? port.protocol ?? port.name ?? "").toLowerCase();
  return protocolByWord[said] ?? protocolByWord[said.split("-")[0] ?? ""] ?? "http";
}
