import { allowAnyDoc } from "./allow-any.doc.ts";
import { modeUnsetDoc } from "./mode-unset.doc.ts";
import { httpsPortAsHttpDoc } from "./https-port-as-http.doc.ts";
import { doubleTlsDoc } from "./double-tls.doc.ts";
import { unverifiedDoc } from "./unverified.doc.ts";
import { wildcardHostDoc } from "./wildcard-host.doc.ts";
import { undeclaredDependencyDoc } from "./undeclared-dependency.doc.ts";
import { plaintextDoc } from "./plaintext.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `egress/`, by id. */
export const egressDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["egress/allow-any", allowAnyDoc],
  ["egress/mode-unset", modeUnsetDoc],
  ["egress/https-port-as-http", httpsPortAsHttpDoc],
  ["egress/double-tls", doubleTlsDoc],
  ["egress/unverified", unverifiedDoc],
  ["egress/wildcard-host", wildcardHostDoc],
  ["egress/undeclared-dependency", undeclaredDependencyDoc],
  ["egress/plaintext", plaintextDoc],
];
