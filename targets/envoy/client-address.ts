import { identityOf } from "../../graph/index.ts";
import { escapeExpression, type Mesh } from "../../model/index.ts";
import { extension, type Fields } from "./fields.ts";

/** Where the address of a client is read from, and what a request has to carry for that. */
export interface AddressSource {
  readonly headers: readonly Fields[];
  /** Names the address, under the key `remote_address` from each source. */
  readonly action: Fields;
}

/** What the proxy itself takes for the client's address: right where it believes no `X-Forwarded-For` from outside. */
export const believedAddress: AddressSource = { headers: [], action: { remote_address: {} } };

/** Of the connection, whatever the request says of itself. */
const direct = extension(
  "remote_address",
  "envoy.extensions.matching.common_inputs.network.v3.DirectSourceIPInput",
);

/**
 * Beside a service: sidecars believe the last `X-Forwarded-For`, which any caller can write. So it is believed only from
 * a gateway, which has appended it. Who sent the request is the last word of a header that the sidecar itself writes from
 * the certificate of the caller, after what others have written there.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#x-forwarded-client-cert
 */
export function addressesBesideService({
  gateways,
  trust,
}: Pick<Mesh, "gateways" | "trust">): readonly AddressSource[] {
  const identities = Object.values(gateways)
    .filter(({ kind }) => kind === "ingress")
    .flatMap((gateway) =>
      [trust.domain, ...trust.aliases].map((domain) => identityOf(domain, gateway)),
    );
  if (identities.length === 0) return [{ headers: [], action: { extension: direct } }];
  const all = identities.map(escapeExpression).join("|");
  const fromGateway = {
    name: "x-forwarded-client-cert",
    string_match: { safe_regex: { regex: `.*;URI=(${all})` } },
  };
  const notFromGateway = {
    ...fromGateway,
    invert_match: true,
    treat_missing_header_as_empty: true,
  };
  return [
    { ...believedAddress, headers: [fromGateway] },
    { headers: [notFromGateway], action: { extension: direct } },
  ];
}
