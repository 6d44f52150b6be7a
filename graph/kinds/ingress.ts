import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messages, text, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const backend = message({
  service: message({ name: text, port: message({ number: whole, name: text }) }),
});

const schema = fieldsOf({
  ingressClassName: text,
  defaultBackend: backend,
  rules: messages({ host: text, http: message({ paths: messages({ path: text, backend }) }) }),
});

export type IngressSpec = z.output<typeof schema>;

export const ingressType = "networking.k8s.io/Ingress";
const read = readSpec(ingressType, schema);

/** What an Ingress of Kubernetes says. */
export function ingressSpec(object: KubernetesObject): IngressSpec | undefined {
  return read(object);
}
