import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sampleImageReference } from "../../bench/images/index.ts";
import { sendTraffic, type Place } from "../../bench/index.ts";
import { removeStranger, startStranger } from "../../demo/stranger-pod.ts";
import { createReport } from "../../diagnostics/index.ts";
import type { Json, Manifest } from "../../graph/index.ts";
import { parseMesh } from "../../model/index.ts";
import { injectionLabels, podAnnotations } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { gatewayClassDefaults } from "./setup/gateway-class-defaults.ts";
import { installGatewayApi } from "./setup/install-gateway-api.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";

// What `routing/unknown-gateway` says of VirtualServices at a Gateway of the Gateway API, with requests.

const namespace = "foreign";
const backend = { name: "web", port: 8080 };

const gateway: Manifest = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "Gateway",
  metadata: { name: "door", namespace },
  spec: {
    gatewayClassName: "istio",
    listeners: [{ name: "http", port: 80, protocol: "HTTP" }],
  },
};

const httpRoute: Manifest = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name: "web", namespace },
  spec: {
    parentRefs: [{ name: "door" }],
    hostnames: ["route.example"],
    rules: [{ backendRefs: [backend] }],
  },
};

function virtualService(name: string, attachedTo: string): Manifest {
  const destination: Json = {
    host: `web.${namespace}.svc.cluster.local`,
    port: { number: backend.port },
  };
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name, namespace },
    spec: {
      hosts: [`${name}.example`],
      gateways: [attachedTo],
      http: [{ route: [{ destination }] }],
    },
  };
}

describe("a Gateway of the Gateway API", () => {
  let ground: IstioGround;
  let from: Place;

  beforeAll(async () => {
    await installGatewayApi(kubeconfig);
    ground = await prepareIstio(kubeconfig);
    from = await startStranger(kubeconfig, sampleImageReference);
    const report = createReport();
    const services = { web: { image: sampleImageReference } };
    const mesh = parseMesh({ name: namespace, trust: { domain: trustDomain }, services }, report);
    if (mesh === undefined) throw new Error("the mesh was not read");
    const options = { namespaceLabels: injectionLabels, podAnnotations };
    await ground.apply([...compileKubernetes(mesh, report, options), gatewayClassDefaults]);
    await ground.apply([
      gateway,
      httpRoute,
      virtualService("short", "door"),
      virtualService("full", `${namespace}/door`),
    ]);
    const door = ["gateways.gateway.networking.k8s.io/door", `--namespace=${namespace}`];
    await kubectl(kubeconfig, ["wait", "--for=condition=Programmed", ...door, "--timeout=120s"]);
    const answered = async (): Promise<void> => {
      expect(await ask("route.example")).toEqual({ "200": 5 });
    };
    await vi.waitFor(answered, { timeout: 90_000, interval: 500 });
  }, 300_000);

  afterAll(async () => {
    await ground.remove();
    await removeStranger(kubeconfig);
  }, 180_000);

  async function ask(host: string): Promise<Readonly<Record<string, number>>> {
    const connect = { host: `door-istio.${namespace}.svc.cluster.local`, port: 80 };
    const traffic = { from, url: `http://${host}/`, connect, requests: 5 };
    return (await sendTraffic({ kubeconfig }, traffic)).statuses;
  }

  test("does nothing for a VirtualService that is attached to it", async () => {
    expect(await ask("route.example")).toEqual({ "200": 5 });
    expect(await ask("short.example")).toEqual({ "404": 5 });
    expect(await ask("full.example")).toEqual({ "404": 5 });
  });
});
