import { stringify } from "yaml";
import { privateKeyInClear } from "../../rules/objects/private-key-in-clear.ts";
import { autoNamed } from "../../rules/pulumi/auto-named.ts";
import { deleteBeforeReplace } from "../../rules/pulumi/delete-before-replace.ts";
import { routeWithoutDependency } from "../../rules/pulumi/route-without-dependency.ts";
import { secretInClear } from "../../rules/pulumi/secret-in-clear.ts";
import { twoOwners } from "../../rules/pulumi/two-owners.ts";
import { unprotectedRoot } from "../../rules/pulumi/unprotected-root.ts";
import { object, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

type Fields = Readonly<Record<string, unknown>>;

const urnOf = (type: string, name: string) => `urn:pulumi:prod::shop::kubernetes:${type}::${name}`;
/** One resource of a state; `at` is `namespace/name`, or a name. */
const resource = (type: string, at: string, inputs: Fields = {}, more: Fields = {}) => {
  const [name = at, namespace] = at.split("/").toReversed();
  return {
    urn: urnOf(type, name),
    type: `kubernetes:${type}`,
    inputs: { metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, ...inputs },
    ...more,
  };
};
const state = (...resources: readonly object[]) =>
  stringify({ version: 3, deployment: { resources } });

const secret = "core/v1:Secret";
const mark = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "x",
};
const data = (values: unknown, name = "data") =>
  state(resource(secret, "shop/a", { [name]: values }));

runGrid(secretInClear, [
  ["in clear", data({ password: "YQ==" }), ["fail Secret shop/a: data.password"]],
  ["as text", data({ token: "a" }, "stringData"), ["fail Secret shop/a: stringData.token"]],
  ["all of it marked", data(mark), []],
  ["each value marked", data({ password: mark }), []],
  ["certificates", data({ "tls.crt": "YQ==", "ca.crt": "YQ==", "root-cert.pem": "YQ==" }), []],
  [
    "in a file",
    yaml('apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { password: "YQ==" }\n'),
    [],
  ],
]);

const key = ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" ");
const map = (text: string) =>
  stringify({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", namespace: "shop" },
    data: { "a.pem": text },
  });
const tokens = (jwks: string) =>
  object("security.istio.io/v1", "RequestAuthentication", "a", {
    jwtRules: [{ issuer: "a", jwks }],
  });
const pod = (value: string) =>
  object("v1", "Pod", "a", { containers: [{ name: "a", env: [{ name: "KEY", value }] }] });
const patch = (value: object) =>
  object("networking.istio.io/v1alpha3", "EnvoyFilter", "a", {
    configPatches: [{ applyTo: "LISTENER", patch: { operation: "MERGE", value } }],
  });

runGrid(privateKeyInClear, [
  ["a key", map(key), ['fail ConfigMap shop/a: data["a.pem"]']],
  ["a certificate", map("-----BEGIN CERTIFICATE-----"), []],
  [
    "a private key for tokens",
    tokens('{"keys":[{"kty":"EC","d": "x"}]}'),
    ["fail RequestAuthentication shop/a: spec.jwtRules[0].jwks"],
  ],
  ["a public one", tokens('{"keys":[{"kty":"EC","x":"d"}]}'), []],
  ["in the environment", pod(key), ["fail Pod shop/a: spec.containers[0].env[0]"]],
  [
    "in that of a container that runs first",
    object("v1", "Pod", "a", {
      containers: [{ name: "a" }],
      initContainers: [{ name: "b", env: [{ name: "KEY", value: key }] }],
    }),
    ["fail Pod shop/a: spec.initContainers[0].env[0]"],
  ],
  [
    "in a patch",
    patch({ private_key: { inline_string: key } }),
    ["fail EnvoyFilter shop/a: spec.configPatches[0].patch.value"],
  ],
]);

const strict = (at: string, more: Fields = {}, spec: Fields = { mtls: { mode: "STRICT" } }) =>
  resource("security.istio.io/v1:PeerAuthentication", at, { spec }, more);
const definition = (name: string, more: Fields = {}) =>
  resource("apiextensions.k8s.io/v1:CustomResourceDefinition", name, {}, more);
const edge = [
  resource("core/v1:Service", "edge/gateway", {
    spec: { type: "LoadBalancer", selector: { istio: "edge" } },
  }),
  resource("apps/v1:Deployment", "edge/gateway", {
    spec: {
      template: {
        metadata: { labels: { istio: "edge" } },
        spec: { containers: [{ name: "istio-proxy" }] },
      },
    },
  }),
];

runGrid(unprotectedRoot, [
  [
    "of the mesh",
    state(strict("istio-system/default")),
    ["fail PeerAuthentication istio-system/default: metadata"],
  ],
  ["of a namespace", state(strict("shop/default")), []],
  ["protected", state(strict("istio-system/default", { protect: true })), []],
  ["retained", state(strict("istio-system/default", { retainOnDelete: true })), []],
  [
    "a definition",
    state(definition("gateways.networking.istio.io")),
    ["fail CustomResourceDefinition gateways.networking.istio.io: metadata"],
  ],
  ["one of others", state(definition("certificates.cert-manager.io")), []],
  [
    "an authority",
    state(resource(secret, "istio-system/cacerts", { data: mark })),
    ["fail Secret istio-system/cacerts: metadata"],
  ],
  ["an address", state(...edge), ["fail Service edge/gateway: metadata"]],
  ["in a file", object("security.istio.io/v1", "PeerAuthentication", "istio-system/default"), []],
]);

runGrid(deleteBeforeReplace, [
  [
    "a policy",
    state(strict("shop/a", { deleteBeforeReplace: true })),
    ["fail PeerAuthentication shop/a: metadata"],
  ],
  ["none", state(strict("shop/a")), []],
  ["a job", state(resource("batch/v1:Job", "shop/a", {}, { deleteBeforeReplace: true })), []],
]);

const named = (type: string, name: string, automatic = true) =>
  state(
    resource(type, name, {
      metadata: { name, ...(automatic ? { annotations: { "pulumi.com/autonamed": "true" } } : {}) },
    }),
  );

runGrid(autoNamed, [
  [
    "a namespace",
    named("core/v1:Namespace", "istio-system-1a2b3c4d"),
    ["fail Namespace istio-system-1a2b3c4d: metadata.name"],
  ],
  ["another namespace", named("core/v1:Namespace", "shop-1a2b3c4d"), []],
  [
    "an authority",
    named(secret, "cacerts-1a2b3c4d"),
    ["fail Secret default/cacerts-1a2b3c4d: metadata.name"],
  ],
  ["a name that was said", named(secret, "cacerts-1a2b3c4d", false), []],
]);

const providers = (a: string, b: string) =>
  state(
    { ...strict("shop/a", { provider: a }), urn: urnOf("a", "one") },
    { ...strict("shop/a", { provider: b }), urn: urnOf("a", "two") },
  );
const labelled = (key: string) =>
  state(
    resource("core/v1:Service", "a", {
      metadata: { name: "a", namespace: "shop", labels: { [key]: "x" } },
    }),
  );

runGrid(twoOwners, [
  ["two resources", providers("p", "p"), ["fail PeerAuthentication shop/a: metadata"]],
  ["on two clusters", providers("p", "q"), []],
  ["one", state(strict("shop/a"), strict("shop/b")), []],
  ["Argo CD", labelled("argocd.argoproj.io/instance"), ["fail Service shop/a: metadata"]],
  ["a rendered chart", labelled("app.kubernetes.io/managed-by"), []],
]);

const rule = resource("networking.istio.io/v1:DestinationRule", "shop/cart", {
  spec: { host: "cart", subsets: [{ name: "v1", labels: { version: "v1" } }] },
});
const door = resource("networking.istio.io/v1:Gateway", "shop/edge", {
  spec: { selector: { a: "b" } },
});
const route = (dependencies: readonly string[], subset?: string, more: Fields = {}) =>
  resource(
    "networking.istio.io/v1:VirtualService",
    "shop/cart",
    {
      spec: {
        hosts: ["cart"],
        http: [{ route: [{ destination: { host: "cart", subset } }] }],
        ...more,
      },
    },
    { dependencies },
  );
const between = resource("core/v1:ConfigMap", "shop/between", {}, { dependencies: [rule.urn] });
const other = { ...between, urn: urnOf("core/v1:ConfigMap", "other") };
const loose = ["fail VirtualService shop/cart: metadata"];

runGrid(routeWithoutDependency, [
  ["none", state(rule, other, route([], "v1")), loose],
  ["nobody says any", state(rule, route([], "v1")), []],
  ["at first hand", state(rule, route([rule.urn], "v1")), []],
  ["over another", state(rule, between, route([between.urn], "v1")), []],
  [
    "over a component",
    state(rule, route(["urn:pulumi:prod::shop::acme:index:Base::base"], "v1")),
    [],
  ],
  ["no subset", state(rule, other, route([])), []],
  ["a gateway", state(door, other, route([], undefined, { gateways: ["edge"] })), loose],
  ["a gateway of another stack", state(other, route([], undefined, { gateways: ["edge"] })), []],
  [
    "in a circle",
    state(rule, { ...between, dependencies: [between.urn] }, route([between.urn], "v1")),
    loose,
  ],
]);
