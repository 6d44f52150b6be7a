/**
 * A server that the proxy itself calls, such as a collector: `address:port` in plaintext, or with TLS. The address is
 * an IP address or a DNS name.
 */
export type ServerAddress = string | SecuredAddress;

export interface SecuredAddress {
  /** `address:port`. */
  readonly address: string;
  /** Plaintext where it is left out. `{}`: public authorities, and a certificate for the address. */
  readonly tls?: ServerTls;
}

/** TLS towards a server that is no part of the mesh. */
export interface ServerTls {
  /** The name that its certificate must have, also sent as SNI. Default: the address. */
  readonly name?: string;
  /** File with the roots that it is trusted by. Default: the site's `publicAuthorities`. */
  readonly authorities?: string;
}
