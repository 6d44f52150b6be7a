import { openRole } from "../../rules/access/open-role.ts";
import { balancerCutsRoute } from "../../rules/gateway/balancer-cuts-route.ts";
import { serverNameLost } from "../../rules/gateway/server-name-lost.ts";
import { graceShorterThanTimeout } from "../../rules/resilience/grace-shorter-than-timeout.ts";
import { yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const service = (annotations: string, type = "LoadBalancer") =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: edge, namespace: shop, annotations: { ${annotations} } }\nspec: { type: ${type}, selector: { istio: edge, app: edge }, ports: [{ port: 443, targetPort: 8443, name: https }] }\n`;
const gateway = (hosts: string, number = 443, mode = "SIMPLE") =>
  `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: edge, namespace: shop }\nspec: { selector: { istio: edge }, servers: [{ port: { number: ${String(number)}, name: https, protocol: HTTPS }, hosts: [${hosts}], tls: { mode: ${mode} } }] }\n`;
const aws = "service.beta.kubernetes.io/aws-load-balancer";
const cert = `${aws}-ssl-cert: arn`;
const named = ["fail Gateway shop/edge: spec.servers[0].hosts"];

runGrid(serverNameLost, [
  ["TLS to the gateway", yaml(gateway("a.example.com"), service("x: y")), []],
  ["a server name", yaml(gateway("a.example.com"), service(cert)), named],
  ["on the port of the pod", yaml(gateway("a.example.com", 8443), service(cert)), named],
  ["with a namespace", yaml(gateway("shop/a.example.com"), service(cert)), named],
  ["every host", yaml(gateway('"*"'), service(cert)), []],
  ["passed through", yaml(gateway("a.example.com", 443, "PASSTHROUGH"), service(cert)), []],
  ["another port", yaml(gateway("a.example.com"), service(`${cert}, ${aws}-ssl-ports: "80"`)), []],
  ["this port", yaml(gateway("a.example.com"), service(`${cert}, ${aws}-ssl-ports: https`)), named],
  ["no load balancer", yaml(gateway("a.example.com"), service(cert, "ClusterIP")), []],
]);

const route = (timeout: string, at = "gateways: [edge], ") =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: a, namespace: shop }\nspec: { hosts: [a], ${at}http: [{ ${timeout}route: [{ destination: { host: a } }] }] }\n`;
const idle = `${aws}-connection-idle-timeout: "60"`;
const azure = 'service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout: "4"';
const cut = ["fail VirtualService shop/a: spec.http[0].timeout"];

runGrid(balancerCutsRoute, [
  ["nothing said", yaml(gateway('"*"'), service("x: y"), route("timeout: 600s, ")), []],
  ["as long", yaml(gateway('"*"'), service(idle), route("timeout: 60s, ")), []],
  ["longer", yaml(gateway('"*"'), service(idle), route("timeout: 61s, ")), cut],
  ["four minutes", yaml(gateway('"*"'), service(azure), route("timeout: 3m, ")), []],
  ["more than four minutes", yaml(gateway('"*"'), service(azure), route("timeout: 5m, ")), cut],
  ["no timeout", yaml(gateway('"*"'), service(idle), route("")), []],
  ["in the mesh", yaml(gateway('"*"'), service(idle), route("timeout: 61s, ", "")), []],
]);

const app = (pod: string, inject = "true") =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a, namespace: shop }\nspec: { template: { metadata: { labels: { app: a, sidecar.istio.io/inject: "${inject}" } }, spec: { ${pod}containers: [{ name: app }] } } }\n---\napiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: shop }\nspec: { selector: { app: a }, ports: [{ port: 80, name: http }] }\n`;
const killed = ["fail Deployment shop/a: spec.template.spec.terminationGracePeriodSeconds"];

runGrid(graceShorterThanTimeout, [
  ["no timeout", yaml(app(""), route("", "")), []],
  ["as long as the default", yaml(app(""), route("timeout: 30s, ", "")), []],
  ["longer than the default", yaml(app(""), route("timeout: 31s, ", "")), killed],
  [
    "a short end",
    yaml(app("terminationGracePeriodSeconds: 5, "), route("timeout: 10s, ", "")),
    killed,
  ],
  ["no proxy", yaml(app("", "false"), route("timeout: 60s, ", "")), []],
]);

const role = (labels: string, groups: string, resources: string, verbs: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: r, labels: { ${labels} } }\nrules: [{ apiGroups: [${groups}], resources: [${resources}], verbs: [${verbs}] }]\n`;
const binding = (name: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: b }\nroleRef: { kind: ClusterRole, name: r, apiGroup: rbac.authorization.k8s.io }\nsubjects: [{ kind: Group, name: "${name}", apiGroup: rbac.authorization.k8s.io }]\n`;
const edit = 'rbac.authorization.k8s.io/aggregate-to-edit: "true"';
const view = 'rbac.authorization.k8s.io/aggregate-to-view: "true"';
const filters = role("", "networking.istio.io", "envoyfilters", "create");

runGrid(openRole, [
  ["alone", filters, []],
  ["to edit", role(edit, "networking.istio.io", '"*"', '"*"'), ["fail ClusterRole r: rules"]],
  ["to read", role(view, "networking.istio.io", '"*"', '"*"'), []],
  ["only reads", role(edit, "networking.istio.io", '"*"', "get, list"), []],
  ["routes", role(edit, "networking.istio.io", "virtualservices", '"*"'), []],
  ["gateways of the Gateway API", role(edit, "gateway.networking.k8s.io", "gateways", '"*"'), []],
  ["bound to a team", yaml(filters, binding("team-mesh")), []],
  [
    "bound to everybody",
    yaml(filters, binding("system:authenticated")),
    ["fail ClusterRoleBinding b: subjects"],
  ],
]);
