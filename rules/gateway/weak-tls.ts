import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

const weakVersions = new Set(["TLSV1_0", "TLSV1_1"]);
const weakCiphers = /(?:^|-)(?:RC4|DES|3DES|NULL|EXP|MD5|anon)(?:-|$)/i;

/** Ciphers whose keys are sent with the key of the certificate, not made anew for each connection. */
const withoutForwardSecrecy = /^(?:RSA-)?(?:AES|CAMELLIA|SEED|ARIA)[\d-]/;

/** No server of a Gateway offers a version of TLS below 1.2, or a cipher that is broken. */
export const weakTls: Rule = {
  id: "gateway/weak-tls",
  code: "HED4479",
  severity: "warning",
  summary: "a Gateway offers TLS 1.2 or later only",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, gatewayType, find)) {
      for (const [index, { tls }] of (gatewaySpec(object)?.servers ?? []).entries()) {
        const path = ["spec", "servers", index, "tls"];
        const oldest = tls?.minProtocolVersion ?? "";
        if (weakVersions.has(oldest)) {
          find({
            outcome: "fail",
            origin: object.origin([...path, "minProtocolVersion"]),
            message: `accepts ${oldest.replace("V", " ").replace("_", ".")}, which is broken`,
            fix: "set TLSV1_2 or TLSV1_3, or leave the field out",
          });
        }
        for (const [place, cipher] of (tls?.cipherSuites ?? []).entries()) {
          const fault = weakCiphers.test(cipher)
            ? "which is broken"
            : withoutForwardSecrecy.test(cipher)
              ? "with which who gets the key of the certificate reads what was recorded before"
              : undefined;
          if (fault === undefined) continue;
          find({
            outcome: "fail",
            origin: object.origin([...path, "cipherSuites", place]),
            message: `offers the cipher ${cipher}, ${fault}`,
            fix: "remove it, or leave the whole list out",
          });
        }
      }
    }
  },
};
