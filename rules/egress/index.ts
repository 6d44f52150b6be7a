import { allowAny } from "./allow-any.ts";
import { aroundGateway } from "./around-gateway.ts";
import { doubleTls } from "./double-tls.ts";
import { httpsPortAsHttp } from "./https-port-as-http.ts";
import { modeUnset } from "./mode-unset.ts";
import { plaintext } from "./plaintext.ts";
import { undeclaredDependency } from "./undeclared-dependency.ts";
import { unverified } from "./unverified.ts";
import { wildcardHost } from "./wildcard-host.ts";
import type { Rule } from "../rule.ts";

/** The rules of `egress/`. */
export const egressRules: readonly Rule[] = [
  allowAny,
  aroundGateway,
  doubleTls,
  httpsPortAsHttp,
  modeUnset,
  plaintext,
  undeclaredDependency,
  unverified,
  wildcardHost,
];
