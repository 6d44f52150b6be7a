import { object } from "./manifests.ts";

/** Labels that keep a pod out of the mesh. */
export const outside = { "sidecar.istio.io/inject": "false" };

/** What differs from a Deployment with one container and a proxy. */
interface PodFields {
  readonly spec?: object;
  readonly container?: object;
  readonly labels?: object;
  readonly annotations?: object;
  readonly replicas?: number;
}

/** A Deployment whose pods are in the mesh, with the name of the application as its label `app`. */
export function pod(at: string, fields: PodFields = {}): string {
  const app = at.split("/").at(-1) ?? "";
  const { spec = {}, container = {}, labels = {}, annotations = {}, replicas } = fields;
  return object("apps/v1", "Deployment", at, {
    ...(replicas === undefined ? {} : { replicas }),
    template: {
      metadata: { labels: { app, "sidecar.istio.io/inject": "true", ...labels }, annotations },
      spec: { containers: [{ name: "app", image: `${app}:1`, ...container }], ...spec },
    },
  });
}
