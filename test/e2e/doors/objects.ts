import type { Manifest } from "../../../graph/index.ts";

export function namespaceOf(name: string, labels: Readonly<Record<string, string>>): Manifest {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

export function secret(
  where: string,
  name: string,
  stringData: Readonly<Record<string, string>>,
): Manifest {
  const metadata = { name, namespace: where };
  const type = "tls.crt" in stringData ? "kubernetes.io/tls" : "Opaque";
  return { apiVersion: "v1", kind: "Secret", metadata, type, stringData };
}
