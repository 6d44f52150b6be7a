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
}

/** One pod of somebody else's: its labels and its program are not what the mesh would give it. */
export function workload(input: WorkloadInput): Manifest {
  const { name, namespace, labels, annotations = {}, serviceAccountName, program, port } = input;
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
          containers: [container],
        },
      },
    },
  };
}
