import { labelAndAnnotation } from "../../rules/annotations/label-and-annotation.ts";
import { unknownRevision } from "../../rules/namespaces/unknown-revision.ts";
import { deprecatedField } from "../../rules/objects/deprecated-field.ts";
import { inconsistentService } from "../../rules/objects/inconsistent-service.ts";
import { negativeStatus } from "../../rules/objects/negative-status.ts";
import { removedKind } from "../../rules/objects/removed-kind.ts";
import { unknownKind } from "../../rules/objects/unknown-kind.ts";
import { unknownRegistry } from "../../rules/objects/unknown-registry.ts";
import { selectsNothing } from "../../rules/services/selects-nothing.ts";
import { unknownTargetPort } from "../../rules/services/unknown-target-port.ts";
import { unlistedTargetPort } from "../../rules/services/unlisted-target-port.ts";
import { deployment, object, service, virtualService, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const namespace = (name: string, labels: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { ${labels} } }\n`;
const meshed = namespace("shop", "istio-injection: enabled");

/** A workload whose container has these ports. */
const cart = (ports: string, labels = "app: cart") => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { ${labels} } }
    spec: { containers: [{ name: app, ports: [${ports}] }] }
`;
const service80 = (port: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: cart, namespace: shop }\nspec: { selector: { app: cart }, ports: [{ ${port} }] }\n`;
const lost = "fail Service shop/cart: spec.ports[0]";

runGrid(unknownTargetPort, [
  [
    "by name",
    yaml(service80("port: 80, targetPort: web"), cart("{ name: web, containerPort: 1 }")),
    [],
  ],
  [
    "unknown name",
    yaml(service80("port: 80, targetPort: wep"), cart("{ name: web, containerPort: 1 }")),
    [lost],
  ],
  [
    "of another protocol",
    yaml(
      service80("port: 80, targetPort: web"),
      cart("{ name: web, containerPort: 1, protocol: UDP }"),
    ),
    [lost],
  ],
  ["no ports listed", yaml(service80("port: 80, targetPort: web"), cart("")), []],
  ["no workload", service80("port: 80, targetPort: web"), []],
  [
    "of the proxy",
    yaml(service80("port: 80, targetPort: http-envoy-prom"), cart("{ containerPort: 1 }")),
    [],
  ],
  [
    "by number is another rule's",
    yaml(service80("port: 80, targetPort: 81"), cart("{ containerPort: 80 }")),
    [],
  ],
]);

runGrid(unlistedTargetPort, [
  ["the port itself", yaml(service80("port: 80"), cart("{ containerPort: 80 }")), []],
  [
    "zero is the port itself",
    yaml(service80("port: 80, targetPort: 0"), cart("{ containerPort: 80 }")),
    [],
  ],
  [
    "another number",
    yaml(service80("port: 80, targetPort: 81"), cart("{ containerPort: 80 }")),
    [lost],
  ],
  ["no number", yaml(service80("port: 80"), cart("{ containerPort: 8080 }")), [lost]],
  [
    "by name is another rule's",
    yaml(service80("port: 80, targetPort: web"), cart("{ containerPort: 80 }")),
    [],
  ],
]);

runGrid(selectsNothing, [
  ["its workload", yaml(service("cart"), deployment("cart", "v1")), []],
  [
    "only other workloads",
    yaml(service("cart"), deployment("stock", "v1")),
    ["fail Service shop/cart: spec.selector"],
  ],
  [
    "a machine",
    yaml(
      service("cart"),
      deployment("stock", "v1"),
      object("networking.istio.io/v1", "WorkloadEntry", "cart-1", {
        address: "192.0.2.1",
        labels: { app: "cart" },
      }),
    ),
    [],
  ],
  ["no workload in its namespace", yaml(service("other/cart"), deployment("stock", "v1")), []],
  [
    "no selector",
    yaml(object("v1", "Service", "cart", { ports: [{ port: 80 }] }), deployment("stock", "v1")),
    [],
  ],
]);

const delay = { fault: { delay: { percent: 5, fixedDelay: "1s" } } };
runGrid(deprecatedField, [
  [
    "once an object",
    virtualService("cart", delay, delay),
    ["fail VirtualService shop/cart: spec.http[0].fault.delay.percent"],
  ],
  ["zero is not set", virtualService("cart", { fault: { delay: { percent: 0 } } }), []],
]);

runGrid(removedKind, [
  [
    "an object of an old group",
    object("rbac.istio.io/v1alpha1", "ServiceRole", "cart"),
    ["fail ServiceRole shop/cart: apiVersion"],
  ],
  ["groups of others", object("rbac.authorization.k8s.io/v1", "Role", "cart"), []],
]);

const sized = (type: string, ports = "port: 80") =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: cart, namespace: shop }\nspec: { ${type}, ports: [{ name: http, ${ports} }] }\n`;
runGrid(inconsistentService, [
  ["the same twice", yaml(sized("type: ClusterIP"), sized("clusterIP: 10.0.0.1")), []],
  [
    "headless in one",
    yaml(sized("type: ClusterIP"), sized("clusterIP: None")),
    ["fail Service shop/cart: spec"],
  ],
  [
    "other types",
    yaml(sized("type: ClusterIP"), sized("type: LoadBalancer")),
    ["fail Service shop/cart: spec"],
  ],
  [
    "other ports",
    yaml(sized("type: ClusterIP"), sized("type: ClusterIP", "port: 81")),
    ["fail Service shop/cart: spec"],
  ],
  [
    "the target said or not",
    yaml(sized("type: ClusterIP"), sized("type: ClusterIP", "port: 80, targetPort: 80")),
    [],
  ],
]);

const policy = (condition: string) => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
status: { conditions: [{ ${condition} }] }
`;
const status = ["fail AuthorizationPolicy shop/cart: status"];
runGrid(negativeStatus, [
  ["accepted", policy('type: WaypointAccepted, status: "True", reason: Accepted'), []],
  [
    "not accepted",
    policy('type: ZtunnelAccepted, status: "False", reason: UnsupportedValue'),
    status,
  ],
  ["partly", policy('type: WaypointAccepted, status: "True", reason: PartiallyInvalid'), status],
  ["another condition", policy('type: Other, status: "False"'), []],
  [
    "a status of another form",
    "apiVersion: v1\nkind: Service\nmetadata: { name: a }\nstatus: [1]\n",
    [],
  ],
]);

const networks = (text: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "{}", meshNetworks: '${text}' }
`;
const registry = ["fail ConfigMap istio-system/istio: data.meshNetworks"];
runGrid(unknownRegistry, [
  ["none", networks("networks: {}"), []],
  ["Istio's own", networks("networks: { a: { endpoints: [{ fromRegistry: Kubernetes }] } }"), []],
  ["unknown", networks("networks: { a: { endpoints: [{ fromRegistry: west }] } }"), registry],
  [
    "a file of its own, with names of the protocol",
    "apiVersion: mesh.istio.io/v1alpha1\nkind: MeshNetworks\nmetadata: { name: m, namespace: istio-system }\nnetworks: { a: { endpoints: [{ from_registry: west }] } }\n",
    ["fail MeshNetworks istio-system/m: networks.a.endpoints[0]"],
  ],
  ["by address", networks("networks: { a: { endpoints: [{ fromCidr: 10.0.0.0/8 }] } }"), []],
]);

runGrid(labelAndAnnotation, [
  ["right", meshed, []],
  [
    "an annotation as a label",
    deployment("cart", "v1").replace("app: cart", "sidecar.istio.io/proxyCPU: 1m"),
    ['fail Deployment shop/cart-v1: spec.template.metadata.labels["sidecar.istio.io/proxyCPU"]'],
  ],
]);

const injector = (labels: string) => `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector, labels: { ${labels} } }
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig: { service: { name: istiod, namespace: istio-system } }
`;
runGrid(unknownRevision, [
  ["no injector here", namespace("shop", "istio.io/rev: a"), []],
  ["its injector", yaml(injector("istio.io/rev: a"), namespace("shop", "istio.io/rev: a")), []],
  [
    "its tag",
    yaml(injector("istio.io/rev: a, istio.io/tag: prod"), namespace("shop", "istio.io/rev: prod")),
    [],
  ],
  [
    "another",
    yaml(injector("istio.io/rev: a"), namespace("shop", "istio.io/rev: b")),
    ['fail Namespace shop: metadata.labels["istio.io/rev"]'],
  ],
  [
    "hidden by the other label",
    yaml(
      injector("istio.io/rev: a"),
      namespace("shop", "istio.io/rev: b, istio-injection: enabled"),
    ),
    [],
  ],
]);

const defined = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: envoyfilters.networking.istio.io }
spec: { group: networking.istio.io, names: { kind: EnvoyFilter } }
`;
const filter = object("networking.istio.io/v1", "EnvoyFilter", "cart", {});
const unknownVersion = "fail EnvoyFilter shop/cart: apiVersion";
runGrid(unknownKind, [
  ["a kind in each of its versions", yaml(virtualService("cart", {})), []],
  ["a version that the kind does not have", filter, [unknownVersion]],
  ["a version whose definition is given", yaml(filter, defined), []],
  [
    "a slip in the kind",
    object("security.istio.io/v1", "AuthorisationPolicy", "cart", {}),
    ["fail AuthorisationPolicy shop/cart: kind"],
  ],
  [
    "a kind of another group",
    object("networking.istio.io/v1", "AuthorizationPolicy", "cart", {}),
    ["fail AuthorizationPolicy shop/cart: kind"],
  ],
  ["groups that are not Istio's", object("example.com/v1", "Gateway", "cart", {}), []],
]);
