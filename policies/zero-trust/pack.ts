import { PolicyPack } from "@pulumi/policy";
import { accessRules } from "../../rules/access/index.ts";
import { unverifiedServer } from "../../rules/destinations/unverified-server.ts";
import { certificateHostMismatch } from "../../rules/gateway/certificate-host-mismatch.ts";
import { credentialInvalid } from "../../rules/gateway/credential-invalid.ts";
import { credentialMissing } from "../../rules/gateway/credential-missing.ts";
import { mutualWithoutCa } from "../../rules/gateway/mutual-without-ca.ts";
import { openPassthrough } from "../../rules/gateway/open-passthrough.ts";
import { weakTls } from "../../rules/gateway/weak-tls.ts";
import { jwtRules } from "../../rules/jwt/index.ts";
import { mtlsRules } from "../../rules/mtls/index.ts";
import { claimRouteWithoutAuthentication } from "../../rules/routing/claim-route-without-authentication.ts";
import { podWithoutProxy } from "../../rules/workloads/pod-without-proxy.ts";
import { rulePolicies } from "../index.ts";

const tls = [
  certificateHostMismatch,
  credentialInvalid,
  credentialMissing,
  mutualWithoutCa,
  openPassthrough,
  weakTls,
];
const gaps = [claimRouteWithoutAuthentication, podWithoutProxy, unverifiedServer];
const rules = [...accessRules, ...jwtRules, ...mtlsRules, ...tls, ...gaps];

/** Who may speak to whom, and how it is proven: warnings block too. */
new PolicyPack("heddle-zero-trust", { policies: rulePolicies(rules, { mandatory: "warning" }) });
