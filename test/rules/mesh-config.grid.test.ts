import { meshConfigRule } from "../../rules/objects/mesh-config.ts";
import { podWithoutProxy } from "../../rules/workloads/pod-without-proxy.ts";
import { yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const config = (mesh: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    ${mesh.replaceAll("\n", "\n    ")}
`;
const place = "fail ConfigMap istio-system/istio: data.mesh";

runGrid(meshConfigRule, [
  ["nothing", config("{}"), []],
  [
    "what a chart writes",
    config(`accessLogFile: /dev/stdout
defaultConfig: { discoveryAddress: "istiod.istio-system.svc:15012" }
defaultProviders: { metrics: [prometheus] }
enablePrometheusMerge: true
rootNamespace: istio-system
trustDomain: cluster.local
connectTimeout: 10s
extensionProviders:
  - { name: opa, envoyExtAuthzGrpc: { service: opa.opa.svc.cluster.local, port: 9191 } }`),
    [],
  ],
  ["a time of two hours", config("connectTimeout: 2h"), [place]],
  ["half a second of draining", config("defaultConfig: { drainDuration: 500ms }"), [place]],
  ["a flag as text", config('enableTracing: "yes"'), [place]],
  ["no port", config("proxyListenPort: 70000"), [place]],
  [
    "two providers of a name, one without kind",
    config("extensionProviders: [{ name: a, prometheus: {} }, { name: a }]"),
    [place, place],
  ],
]);

const namespace =
  "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { istio-injection: enabled } }\n";
const pod = (name: string, containers: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop }\nspec: { containers: [${containers}] }\n`;

runGrid(podWithoutProxy, [
  ["a pod that is still to be injected", yaml(namespace, pod("a", "{ name: app }")), []],
  [
    "beside one that was",
    yaml(
      namespace,
      pod("a", "{ name: app }"),
      pod("b", "{ name: app }, { name: istio-proxy, image: proxyv2 }"),
    ),
    ["fail Pod shop/a: spec.containers"],
  ],
]);
