import { stringify } from "yaml";

// Short ways to say manifests in tests. Each gives one YAML document.

type Fields = Readonly<Record<string, unknown>>;

/** Any object in namespace `shop`, or in the one that its name says: `other/cart`. */
export function object(apiVersion: string, kind: string, at: string, spec?: Fields): string {
  const [namespace, name] = at.includes("/") ? at.split("/") : ["shop", at];
  return stringify({ apiVersion, kind, metadata: { name, namespace }, ...(spec ? { spec } : {}) });
}

export function service(at: string): string {
  const app = at.split("/").at(-1);
  return object("v1", "Service", at, { selector: { app }, ports: [{ name: "http", port: 80 }] });
}

/** A workload `<app>-<version>` with a proxy, unless `inject` says otherwise. */
export function deployment(
  app: string,
  version: string,
  fields: { replicas?: number | string; inject?: string | undefined } = {},
): string {
  const { replicas, inject = "true" } = fields;
  const injection = inject === "" ? {} : { "sidecar.istio.io/inject": inject };
  const labels = { app, version, ...injection };
  return object("apps/v1", "Deployment", `${app}-${version}`, {
    ...(replicas === undefined ? {} : { replicas }),
    template: { metadata: { labels } },
  });
}

export function virtualService(at: string, ...http: readonly Fields[]): string {
  return object("networking.istio.io/v1", "VirtualService", at, { hosts: ["cart"], http });
}

export function destinationRule(at: string, spec: Fields): string {
  return object("networking.istio.io/v1", "DestinationRule", at, spec);
}

export function peerAuthentication(at: string, spec: Fields): string {
  return object("security.istio.io/v1", "PeerAuthentication", at, spec);
}

/** One destination of a route. */
export function to(host: string, subset?: string, weight?: number | string): Fields {
  return {
    destination: { host, ...(subset === undefined ? {} : { subset }) },
    ...(weight === undefined ? {} : { weight }),
  };
}

/** Joins documents. */
export function yaml(...documents: readonly string[]): string {
  return documents.join("---\n");
}
