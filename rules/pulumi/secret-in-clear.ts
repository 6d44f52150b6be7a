import { secretContent, secretType } from "../../graph/kinds/secret.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** What everybody may read: certificates, and the type of the Secret says the rest. */
const open = /(?:\.crt|cert\.pem|cert-chain\.pem)$/;

/** The state of a stack keeps secrets encrypted. */
export const secretInClear: Rule = {
  id: "pulumi/secret-in-clear",
  code: "HED4860",
  severity: "error",
  summary: "the state of a stack holds no value of a Secret in clear",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, secretType)) {
      if (object.stack?.from !== "state") continue;
      const content = secretContent(object) ?? {};
      for (const part of ["data", "stringData"] as const) {
        const key = Object.keys(content[part] ?? {}).find((each) => !open.test(each));
        if (key === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin([part, key]),
          message: `the value of ${JSON.stringify(key)} is in the state in clear: who reads the state, or a backup of it, has it`,
          fix: "mark it with pulumi.secret() or additionalSecretOutputs, deploy, and change the value, which is known now",
        });
      }
    }
  },
};
