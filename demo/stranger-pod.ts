import { execa } from "execa";
import type { Place } from "../bench/index.ts";
import { ensureTools } from "../tools/index.ts";

const namespace = "heddle-stranger";
const name = "stranger";

/**
 * Starts a pod of the sample service outside the mesh, in a namespace without injection, and waits until it is ready:
 * the place from which the demo shows what strangers get. Does nothing when it is there.
 */
export async function startStranger(kubeconfig: string, image: string): Promise<Place> {
  const items = [strangerNamespace, strangerPod(image)];
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items });
  await kubectl(kubeconfig, ["apply", "--server-side", "--filename=-"], list);
  const ready = ["wait", "--for=condition=Ready", `pod/${name}`, `--namespace=${namespace}`];
  await kubectl(kubeconfig, [...ready, "--timeout=60s"]);
  return { namespace, pod: name };
}

/** Removes the pod and its namespace; fine when they are gone. */
export async function removeStranger(kubeconfig: string): Promise<void> {
  await kubectl(kubeconfig, ["delete", "namespace", namespace, "--ignore-not-found", "--wait"]);
}

async function kubectl(kubeconfig: string, args: readonly string[], input = ""): Promise<void> {
  const { kubectl: program } = await ensureTools(["kubectl"]);
  await execa(program, [`--kubeconfig=${kubeconfig}`, ...args], { input, timeout: 120_000 });
}

const strangerNamespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } };

function strangerPod(image: string) {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace, labels: { app: name } },
    spec: {
      // Nobody calls it: there is nothing to finish, and its namespace goes as soon as it does.
      terminationGracePeriodSeconds: 1,
      containers: [
        {
          name: "app",
          image,
          imagePullPolicy: "IfNotPresent",
          env: [
            { name: "SERVICE", value: name },
            { name: "NAMESPACE", value: namespace },
          ],
          readinessProbe: { httpGet: { path: "/readyz", port: 8080 }, periodSeconds: 1 },
        },
      ],
    },
  };
}
