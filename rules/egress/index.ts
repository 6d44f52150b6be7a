import { allowAny } from "./allow-any.ts";
import { modeUnset } from "./mode-unset.ts";
import { httpsPortAsHttp } from "./https-port-as-http.ts";
import { doubleTls } from "./double-tls.ts";
import { unverified } from "./unverified.ts";
import { wildcardHost } from "./wildcard-host.ts";
import { undeclaredDependency } from "./undeclared-dependency.ts";
import { plaintext } from "./plaintext.ts";
import type { Rule } from "../rule.ts";

/** The rules of `egress/`. */
export const egressRules: readonly Rule[] = [
  allowAny,
  modeUnset,
  httpsPortAsHttp,
  doubleTls,
  unverified,
  wildcardHost,
  undeclaredDependency,
  plaintext,
];
