import { allowAllAccess } from "../../rules/access/allow-all-access.ts";
import { object } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const access = (spec: object) =>
  object("security.istio.io/v1", "AuthorizationPolicy", "cart", { ...spec });

runGrid(allowAllAccess, [
  ["an empty rule", access({ rules: [{}] }), ["fail AuthorizationPolicy shop/cart: spec.rules[0]"]],
  ["no rules: nobody", access({}), []],
  [
    "everything that is a star",
    access({
      rules: [{ from: [{ source: { principals: ["*"] } }], to: [{ operation: { paths: ["*"] } }] }],
    }),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0]"],
  ],
  ["denied to everybody", access({ action: "DENY", rules: [{}] }), []],
  ["a valid token", access({ rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }] }), []],
  ["only some paths", access({ rules: [{ to: [{ operation: { paths: ["/health"] } }] }] }), []],
  [
    "with a condition",
    access({ rules: [{ when: [{ key: "request.headers[x]", values: ["y"] }] }] }),
    [],
  ],
  [
    "unknown rules",
    access({ rules: unknownText }),
    ["unknown AuthorizationPolicy shop/cart: spec.rules"],
  ],
]);
