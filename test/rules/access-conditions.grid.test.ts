import { identityInPlaintext } from "../../rules/access/identity-in-plaintext.ts";
import { allowsInWholeMesh } from "../../rules/access/allows-in-whole-mesh.ts";
import { allowsNobody } from "../../rules/access/allows-nobody.ts";
import { auditWithoutEffect } from "../../rules/access/audit-without-effect.ts";
import { pathNotNormalized } from "../../rules/access/path-not-normalized.ts";
import { riskyCondition } from "../../rules/access/risky-condition.ts";
import { ruleWithoutEffect } from "../../rules/access/rule-without-effect.ts";
import { trustDomainUnknown } from "../../rules/access/trust-domain-unknown.ts";
import { workloadUncovered } from "../../rules/access/workload-uncovered.ts";
import { deployment, object, peerAuthentication, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const policy = (at: string, spec: object) =>
  object("security.istio.io/v1", "AuthorizationPolicy", at, { ...spec });
const from = (source: object) => [{ from: [{ source }] }];
const selector = { matchLabels: { app: "cart" } };
const meshConfig = (mesh: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio, namespace: istio-system }\ndata:\n  mesh: "${mesh}"\n`;
const mode = (value: string) => peerAuthentication("default", { mtls: { mode: value } });
const cart = deployment("cart", "v1");
const denied = policy("cart", { selector, action: "DENY", rules: from({ namespaces: ["test"] }) });

runGrid(identityInPlaintext, [
  ["strict", yaml(cart, mode("STRICT"), denied), []],
  [
    "permissive",
    yaml(cart, mode("PERMISSIVE"), denied),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.namespaces"],
  ],
  ["nobody says anything", yaml(cart, denied), []],
  [
    "outside the mesh",
    yaml(deployment("cart", "v1", { inject: "false" }), mode("PERMISSIVE"), denied),
    [],
  ],
  [
    "whoever has no identity is denied too",
    yaml(
      cart,
      mode("PERMISSIVE"),
      denied,
      policy("nameless", { action: "DENY", rules: from({ notPrincipals: ["*"] }) }),
    ),
    [],
  ],
  [
    "everybody but one",
    yaml(cart, mode("PERMISSIVE"), policy("cart", { rules: from({ notNamespaces: ["test"] }) })),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.notNamespaces"],
  ],
  [
    "everybody of the mesh but one",
    yaml(
      cart,
      mode("PERMISSIVE"),
      policy("cart", { rules: from({ principals: ["*"], notNamespaces: ["test"] }) }),
    ),
    [],
  ],
]);

runGrid(allowsInWholeMesh, [
  ["nothing is allowed in the mesh", policy("istio-system/deny", {}), []],
  ["chosen workloads of the mesh", policy("istio-system/cart", { selector, rules: [{}] }), []],
  ["denied in the mesh", policy("istio-system/cart", { action: "DENY", rules: [{}] }), []],
  [
    "the root namespace is another",
    yaml(meshConfig("rootNamespace: mesh"), policy("istio-system/a", { rules: [{}] })),
    [],
  ],
]);

runGrid(allowsNobody, [
  ["the whole namespace", policy("cart", {}), []],
  ["denied", policy("cart", { selector, action: "DENY" }), []],
  ["a name that says so", policy("deny-cart", { selector }), []],
  [
    "the ground of others",
    yaml(policy("cart", { selector }), policy("web", { rules: from({ namespaces: ["a"] }) })),
    [],
  ],
]);

runGrid(auditWithoutEffect, [["denied", denied, []]]);

const paths = (action: string) =>
  policy("cart", { action, rules: [{ to: [{ operation: { paths: ["/admin"] } }] }] });

runGrid(pathNotNormalized, [
  ["nothing is said", yaml(meshConfig("trustDomain: a"), paths("DENY")), []],
  [
    "slashes are kept, and the path is kept out",
    yaml(meshConfig("pathNormalization: { normalization: BASE }"), paths("DENY")),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].to[0].operation.paths"],
  ],
  [
    "slashes are kept, and only the path comes in",
    yaml(meshConfig("pathNormalization: { normalization: BASE }"), paths("ALLOW")),
    [],
  ],
]);

runGrid(riskyCondition, [
  ["denied", policy("cart", { action: "DENY", rules: from({ notNamespaces: ["a"] }) }), []],
  ["with a name", policy("cart", { rules: from({ principals: ["*"], notPrincipals: ["a"] }) }), []],
  [
    "all methods but one",
    policy("cart", { rules: [{ to: [{ operation: { notMethods: ["POST"] } }] }] }),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].to[0].operation.notMethods"],
  ],
]);

runGrid(ruleWithoutEffect, [
  [
    "denied altogether",
    yaml(
      policy("cart", { selector, rules: from({ namespaces: ["a"] }) }),
      policy("closed", { selector, action: "DENY", rules: [{}] }),
    ),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0]"],
  ],
  [
    "denied to others",
    yaml(
      policy("cart", { selector, rules: from({ namespaces: ["a"] }) }),
      policy("closed", { action: "DENY", rules: from({ namespaces: ["b"] }) }),
    ),
    [],
  ],
]);

runGrid(trustDomainUnknown, [
  [
    "an alias",
    yaml(
      meshConfig("{ trustDomain: a, trustDomainAliases: [b] }"),
      policy("cart", {
        rules: from({ principals: ["b/ns/shop/sa/web", "*/ns/shop/sa/web", "*"] }),
      }),
    ),
    [],
  ],
  [
    "the own one",
    yaml(
      meshConfig("trustDomain: a"),
      policy("cart", { rules: from({ principals: ["cluster.local/ns/shop/sa/web"] }) }),
    ),
    [],
  ],
  ["nothing is said", policy("cart", { rules: from({ principals: ["c/ns/shop/sa/web"] }) }), []],
]);

runGrid(workloadUncovered, [
  ["no policies at all", yaml(cart, deployment("web", "v1")), []],
  [
    "one for the mesh",
    yaml(cart, deployment("web", "v1"), denied, policy("istio-system/a", {})),
    [],
  ],
  [
    "one is left out",
    yaml(cart, deployment("web", "v1"), denied),
    ["fail Deployment shop/web-v1: spec.template.metadata.labels"],
  ],
]);
