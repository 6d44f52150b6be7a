import type { DestinationRuleSpec } from "../../graph/kinds/destination-rule.ts";
import type { GatewaySpec } from "../../graph/kinds/gateway.ts";

type ServerTls = NonNullable<GatewaySpec["servers"]>[number]["tls"];

/** Server modes by what they ask of a client; others (passthrough) are not compared. */
const serverModes: Readonly<Record<string, number>> = {
  SIMPLE: 1,
  OPTIONAL_MUTUAL: 2,
  MUTUAL: 3,
  ISTIO_MUTUAL: 3,
};

/** What a server of a gateway no longer asks for; undefined where it asks for no less. */
export function weakerServer(before: ServerTls, after: ServerTls): string | undefined {
  const [was, is] = [modeOf(before), modeOf(after)];
  const [had, has] = [serverModes[was], serverModes[is]];
  if (is === "no TLS" && had !== undefined) return "no longer offers TLS";
  if (had !== undefined && has !== undefined && has < had) {
    return `asked for ${was} and now for ${is}`;
  }
  const [floor, newFloor] = [versionOf(before), versionOf(after)];
  if (was !== "no TLS" && is !== "no TLS" && newFloor < floor) {
    return `accepts TLS 1.${String(newFloor)}, and asked for 1.${String(floor)} at least`;
  }
  return undefined;
}

function modeOf(tls: ServerTls): string {
  // A server that only redirects to HTTPS has `tls` without a certificate.
  if (tls === undefined || (tls.mode === undefined && tls.httpsRedirect === true)) return "no TLS";
  return tls.mode ?? "SIMPLE";
}

/** The minor number of the least version of TLS; 1.2 by default. */
function versionOf(tls: ServerTls): number {
  const minor = /^TLSV1_(\d)$/.exec(tls?.minProtocolVersion ?? "")?.[1];
  return minor === undefined ? 2 : Number(minor);
}

/** What clients of a destination no longer do; undefined where they do no less. */
export function weakerClient(
  before: DestinationRuleSpec | undefined,
  after: DestinationRuleSpec,
): string | undefined {
  const was = before?.trafficPolicy?.tls;
  const is = after.trafficPolicy?.tls;
  const starts = (mode = "DISABLE"): boolean => mode !== "DISABLE";
  if (was === undefined || !starts(was.mode)) {
    // Without a setting, automatic mTLS is at work, which DISABLE switches off.
    return before !== undefined && was === undefined && is?.mode === "DISABLE"
      ? "send plaintext from now on"
      : undefined;
  }
  // Without a setting the proxy chooses, which for a host of the mesh is mTLS.
  if (is === undefined && was.mode === "ISTIO_MUTUAL") return undefined;
  if (!starts(is?.mode)) return `started TLS (${was.mode ?? ""}) and no longer do`;
  if (was.insecureSkipVerify !== true && is?.insecureSkipVerify === true) {
    return "no longer check the certificate of the server";
  }
  if (was.mode !== is?.mode) return undefined;
  for (const field of ["caCertificates", "subjectAltNames"] as const) {
    if ((was[field] ?? "").length > 0 && (is?.[field] ?? "").length === 0) {
      return `no longer check the certificate of the server against ${field}`;
    }
  }
  return undefined;
}
