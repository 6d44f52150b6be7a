import { allowAnyDoc } from "./allow-any.doc.ts";
import { aroundGatewayDoc } from "./around-gateway.doc.ts";
import { doubleTlsDoc } from "./double-tls.doc.ts";
import { httpsPortAsHttpDoc } from "./https-port-as-http.doc.ts";
import { modeUnsetDoc } from "./mode-unset.doc.ts";
import { plaintextDoc } from "./plaintext.doc.ts";
import { undeclaredDependencyDoc } from "./undeclared-dependency.doc.ts";
import { unverifiedDoc } from "./unverified.doc.ts";
import { wildcardHostDoc } from "./wildcard-host.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `egress/`, by id. */
export const egressDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["egress/allow-any", allowAnyDoc],
  ["egress/around-gateway", aroundGatewayDoc],
  ["egress/double-tls", doubleTlsDoc],
  ["egress/https-port-as-http", httpsPortAsHttpDoc],
  ["egress/mode-unset", modeUnsetDoc],
  ["egress/plaintext", plaintextDoc],
  ["egress/undeclared-dependency", undeclaredDependencyDoc],
  ["egress/unverified", unverifiedDoc],
  ["egress/wildcard-host", wildcardHostDoc],
];
