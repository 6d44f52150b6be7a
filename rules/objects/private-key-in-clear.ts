import type { Path } from "../../diagnostics/index.ts";
import { configMapContent, configMapType } from "../../graph/kinds/config-map.ts";
import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import type { Origin } from "../../graph/graph.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";

/** Private keys are in Secrets, and nowhere else. */
export const privateKeyInClear: Rule = {
  id: "objects/private-key-in-clear",
  code: "HED4861",
  severity: "error",
  summary: "no object but a Secret holds a private key",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const origin of places(graph)) {
      find({
        outcome: "fail",
        origin,
        message: "holds a private key, which everybody can read who may read this object",
        fix: "move it into a Secret, and make a new key: this one is known",
      });
    }
  },
};

function* places(graph: ObjectGraph): Generator<Origin> {
  for (const object of objectsOf(graph, configMapType)) {
    for (const [key, text] of Object.entries(configMapContent(object)?.data ?? {})) {
      if (holdsKey(text)) yield object.origin(["data", key]);
    }
  }
  for (const pod of virtualPods(graph)) {
    for (const kind of ["containers", "initContainers"] as const) {
      if (pod[kind].every(({ env }) => env === undefined)) continue;
      for (const [index, { env = [] }] of pod[kind].entries()) {
        const found = env.findIndex(({ value }) => holdsKey(value ?? ""));
        if (found >= 0) yield pod.origin(["spec", kind, index, "env", found]);
      }
    }
  }
  for (const object of objectsOf(graph, envoyFilterType)) {
    const patches = envoyFilterSpec(object)?.configPatches ?? [];
    for (const [index, { patch }] of patches.entries()) {
      const path: Path = ["spec", "configPatches", index, "patch", "value"];
      const text = patch?.value === undefined ? "" : JSON.stringify(patch.value);
      if (holdsKey(text)) yield object.origin(path);
    }
  }
  for (const object of objectsOf(graph, requestAuthenticationType)) {
    const rules = requestAuthenticationSpec(object)?.jwtRules ?? [];
    for (const [index, { jwks }] of rules.entries()) {
      if (holdsPrivateJwk(jwks)) yield object.origin(["spec", "jwtRules", index, "jwks"]);
    }
  }
}

function holdsKey(text: string): boolean {
  return /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(text);
}

/** `d` is the private part of a key, `k` a key that both sides share. */
function holdsPrivateJwk(jwks: string | undefined): boolean {
  return /"(?:d|k)"\s*:\s*"/.test(jwks ?? "");
}
