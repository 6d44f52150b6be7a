import { istioImages } from "../../../bench/images/index.ts";
import type { Json, Manifest } from "../../../graph/index.ts";

/** What a Deployment of the sample image differs in. */
export interface WorkloadInput {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly serviceAccountName?: string;
  /** Text of a Node program that takes the place of the sample service. */
  readonly program?: string;
  readonly port: number;
  /** Added to what the injected proxy has. */
  readonly proxyEnvironment?: Readonly<Record<string, string>>;
}

const proxyImage = `${istioImages.hub}/proxyv2:${istioImages.tag}`;

/** One pod of somebody else's: its labels and its program are not what the mesh would give it. */
export function workload(input: WorkloadInput): Manifest {
  const { name, namespace, labels, annotations = {}, serviceAccountName, program, port } = input;
  const proxy = Object.entries(input.proxyEnvironment ?? {}).map(([key, value]) => {
    return { name: key, value };
  });
  const container: Json = {
    name: "app",
    image: "docker.io/heddle/sample:dev",
    imagePullPolicy: "IfNotPresent",
    ...(program === undefined ? {} : { command: ["/usr/local/bin/node", "-e", program] }),
    env: [
      { name: "SERVICE", value: name },
      { name: "NAMESPACE", value: namespace },
    ],
    readinessProbe: { tcpSocket: { port }, periodSeconds: 1 },
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations },
        spec: {
          terminationGracePeriodSeconds: 1,
          ...(serviceAccountName === undefined ? {} : { serviceAccountName }),
          containers: [
            container,
            // What is said here is added to what the injection writes.
            ...(proxy.length === 0 ? [] : [{ name: "istio-proxy", image: proxyImage, env: proxy }]),
          ],
        },
      },
    },
  };
}
