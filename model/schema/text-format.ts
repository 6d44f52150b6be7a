import type { Code } from "../../diagnostics/index.ts";
import { durationPattern } from "../duration.ts";
import { retryConditions } from "../vocabulary.ts";

/** A shape of text: what is allowed, in words and as a pattern, and what to do about another one. */
export interface TextFormat {
  /** Completes "allowed: …". */
  readonly allowed: string;
  readonly pattern: RegExp;
  /** Longest text, in characters. */
  readonly max: number;
  readonly fix: string;
  /** Code of a text that does not fit; `HED1009` unless said otherwise. */
  readonly code?: Code;
  /** The words among its texts, to suggest the nearest. */
  readonly words?: readonly string[];
}

/** DNS labels are what Kubernetes, Envoy and certificates all accept as names. */
const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
/** One label of a DNS name, whose length DNS itself limits. */
const shortLabel = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

/** Every text format of the model, by what it is used for. */
export const textFormats = {
  name: {
    allowed:
      "a DNS label of at most 63 characters: lower case letters, digits and -, first a letter",
    pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    max: 63,
    fix: 'rename it, for example to "cart" or "cart-api"',
  },
  version: {
    allowed: "a DNS label of at most 63 characters: lower case letters, digits and -",
    pattern: new RegExp(`^${label}$`),
    max: 63,
    fix: 'rename it, for example to "v1"',
  },
  portName: {
    allowed:
      "a port name of at most 15 characters: lower case letters, digits and single -, with a letter",
    pattern: /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
    max: 15,
    fix: 'rename it, for example to "http" or "admin"',
  },
  host: {
    allowed: "a DNS name in lower case, without scheme, port or path",
    pattern: new RegExp(`^${shortLabel}(\\.${shortLabel})*$`),
    max: 253,
    fix: 'write only the name, for example "api.payments.example"',
  },
  gatewayHost: {
    allowed: 'a DNS name in lower case, without scheme, port or path; the first label may be "*"',
    pattern: new RegExp(`^(\\*\\.)?${shortLabel}(\\.${shortLabel})*$`),
    max: 253,
    fix: 'write only the name, for example "shop.example" or "*.shop.example"',
  },
  secret: {
    allowed: "the name of a Secret: lower case letters, digits, - and .",
    pattern: new RegExp(`^${label}(\\.${label})*$`),
    max: 253,
    fix: "write the name of the Secret, never its content",
  },
  secretKey: {
    allowed: "a key of a Secret: letters, digits, -, _ and .",
    pattern: /^[-._a-zA-Z0-9]+$/,
    max: 253,
    fix: "write the name of the key, never the value behind it",
  },
  envName: {
    allowed: "the name of an environment variable: letters, digits and _, first not a digit",
    pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
    max: 253,
    fix: 'rename it, for example to "LOG_LEVEL"',
  },
  headerName: {
    allowed: "the name of an HTTP header",
    pattern: /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/,
    max: 256,
    fix: 'write only the name, for example "x-canary"',
  },
  headerValue: {
    allowed: "the value of a header: visible characters, spaces only between them",
    pattern: /^[!-~\u0080-\u00ff]([ \t!-~\u0080-\u00ff]*[!-~\u0080-\u00ff])?$/,
    max: 4096,
    fix: "write the value in one line, without spaces around it",
  },
  plainPath: {
    allowed: "a path that starts with /, without query and fragment",
    pattern: /^\/[^\s?#\\]*$/,
    max: 1024,
    fix: 'write only the path, for example "/new"',
  },
  hostPath: {
    allowed:
      "a path that starts with / and does not end with it, of elements of letters, digits and -._~!$&'()*+,;=:@, none of them . or ..",
    pattern: /^(\/(?!\.{1,2}(\/|$))[-\w.~!$&'()*+,;=:@]+)+$/,
    max: 512,
    fix: 'write the first elements of the path, for example "/api/cart"; what is below none of the paths goes to service',
  },
  pathPrefix: {
    allowed:
      "/, or a path that starts with / and does not end with it, of elements of letters, digits and -._~!$&'()*+,;=:@, none of them . or ..",
    pattern: /^(\/|(\/(?!\.{1,2}(\/|$))[-\w.~!$&'()*+,;=:@]+)+)$/,
    max: 512,
    fix: 'write what the service sees in place of the path, for example "/" or "/v1"',
  },
  queryName: {
    allowed: "the name of a query parameter: letters, digits and !$'*.^_`|~-",
    pattern: /^[A-Za-z0-9!$'*.^_`|~-]+$/,
    max: 256,
    fix: 'write only the name, for example "debug"',
  },
  cookieName: {
    allowed: "the name of a cookie",
    pattern: /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/,
    max: 256,
    fix: 'write only the name, for example "session"',
  },
  cookieValue: {
    allowed:
      "the value of a cookie: visible ASCII characters without quotes, commas, semicolons and \\",
    pattern: /^[!#-+\--:<-[\]-~]+$/,
    max: 1024,
    fix: "write the value as the browser sends it",
  },
  grpcService: {
    allowed: 'the full name of a gRPC service, such as "shop.v1.Cart"',
    pattern: /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/,
    max: 512,
    fix: "write package and service as the .proto file names them",
  },
  grpcMethod: {
    allowed: "the name of a gRPC method",
    pattern: /^[A-Za-z_]\w*$/,
    max: 512,
    fix: 'write only the method, for example "AddItem"',
  },
  grpcOperation: {
    allowed: 'a gRPC method "package.Service/Method", or "package.Service/*"',
    pattern: /^[A-Za-z_][\w.]*\/(\w+|\*)$/,
    max: 1024,
    fix: 'write it as in "shop.Cart/Add"',
  },
  principal: {
    allowed: 'a SPIFFE identity such as "spiffe://shop.example/ns/shop/sa/cart"; it may end in *',
    pattern: /^spiffe:\/\/[^*\s]+\*?$/,
    max: 2048,
    fix: "write the whole identity with its trust domain, or name a service of the mesh under services",
  },
  issuer: {
    allowed: "an issuer as its tokens name it: visible ASCII characters without *",
    pattern: /^[!-)+-~]+$/,
    max: 2048,
    fix: 'copy the claim "iss" of a token, for example "https://login.example/"',
  },
  jwksUri: {
    allowed: "an address that starts with https://, without a user and a fragment",
    pattern: new RegExp(`^https://${shortLabel}(\\.${shortLabel})*(:[1-9]\\d{0,4})?(/[!"$-~]*)?$`),
    max: 2048,
    fix: 'write the address of the public keys, for example "https://login.example/.well-known/jwks.json"',
  },
  httpsAddress: {
    allowed:
      "an HTTPS address, https://host, a port and a path if need be, without user, query and fragment",
    pattern: new RegExp(
      `^https://${shortLabel}(\\.${shortLabel})*(:[1-9]\\d{0,4})?(/[!"$&-;=@-~]*)?$`,
    ),
    max: 2048,
    fix: 'write the whole address, for example "https://login.example/authorize"',
  },
  scope: {
    allowed: "a scope: visible ASCII characters without quotes and \\",
    pattern: /^[!#-[\]-~]+$/,
    max: 256,
    fix: 'write one scope an item, for example "openid"',
  },
  tokenPrefix: {
    allowed: "text before the token in its header, of visible ASCII characters and spaces",
    pattern: /^[ -~]+$/,
    max: 256,
    fix: 'write it with the space after it, for example "Bearer "',
  },
  claim: {
    allowed: "the name of a claim, without spaces, quotes and []{}*",
    pattern: /^[!#-&(-)+-Z\\^-z|~]+$/,
    max: 256,
    fix: 'write only the name, for example "role"',
  },
  plainClaim: {
    allowed: "the name of a claim: letters, digits, _ and -",
    pattern: /^[A-Za-z0-9_-]+$/,
    max: 256,
    fix: 'write only the name, for example "sub"',
  },
  claimHeader: {
    allowed: "the name of a header of your own, not one that HTTP itself reads",
    pattern:
      /^(?!(?:authorization|host|connection|content-length|transfer-encoding|te|upgrade|cookie)$)[A-Za-z0-9!#$%&'*+.^`|~-]+$/i,
    max: 256,
    fix: 'write a name of your own, for example "x-user"',
  },
  wasmUrl: {
    allowed: 'the address of a module, "oci://registry/image:tag" or "https://host/path"',
    pattern: /^(oci|https):\/\/[a-z0-9][-a-z0-9.]*(:[1-9]\d{0,4})?\/[!"$-~]+$/,
    max: 2048,
    fix: 'write it as in "oci://registry.example/filters/headers:1.0"',
  },
  tagName: {
    allowed: "a name of letters, digits, _, . and -",
    pattern: /^[A-Za-z_][-.\w]*$/,
    max: 256,
    fix: 'rename it, for example to "user_tier"',
  },
  sha256: {
    allowed: "a SHA-256 checksum: 64 hexadecimal digits in lower case",
    pattern: /^[0-9a-f]{64}$/,
    max: 64,
    fix: "write what sha256sum prints of the module, or the digest of the image",
  },
  locality: {
    allowed:
      'a locality "region", "region/zone" or "region/zone/sub-zone"; the last part may be "*"',
    pattern: /^([A-Za-z0-9][-._A-Za-z0-9]*\/){0,2}(\*|[A-Za-z0-9][-._A-Za-z0-9]*)$/,
    max: 190,
    fix: 'write it as the nodes\' labels say it, for example "eu/west"',
  },
  region: {
    allowed: "the name of a region, as the nodes' label topology.kubernetes.io/region says it",
    pattern: /^[A-Za-z0-9][-._A-Za-z0-9]*$/,
    max: 63,
    fix: 'write only the region, for example "eu"',
  },
  place: {
    allowed: 'a locality "region", "region/zone" or "region/zone/sub-zone"',
    pattern: /^[A-Za-z0-9][-._A-Za-z0-9]*(\/[A-Za-z0-9][-._A-Za-z0-9]*){0,2}$/,
    max: 190,
    fix: 'write it as the nodes\' labels say it, for example "eu/west"',
  },
  scopedHost: {
    allowed: 'a namespace and a host in it, "namespace/host"; the host or its first label may be *',
    pattern: new RegExp(`^${label}/(\\*|(\\*\\.)?${shortLabel}(\\.${shortLabel})+)$`),
    max: 317,
    fix: 'write both, for example "tracing/collector.tracing.svc.cluster.local" or "tracing/*"',
  },
  image: {
    allowed: "an image reference without spaces",
    pattern: /^\S+$/,
    max: 4096,
    fix: 'write it as registry/repository:tag, for example "docker.io/heddle/sample:1.0"',
  },
  apiVersion: {
    allowed: '"heddle/v1"',
    pattern: /^heddle\/v1$/,
    max: 9,
    fix: 'write "heddle/v1", or use the release of Heddle that knows the other version',
    code: "HED1012",
  },
  retryCondition: {
    allowed: `${retryConditions.join(", ")}, or a status code in quotes such as "503"`,
    pattern: new RegExp(`^(${retryConditions.join("|")}|[1-5]\\d\\d)$`),
    max: 40,
    fix: 'write one of the conditions, or a status code in quotes such as "503"',
    words: retryConditions,
  },
  duration: {
    allowed:
      'whole numbers with a unit (ms, s, m, h), largest first, from 1ms to 24h: "250ms", "2s", "1m30s"',
    pattern: durationPattern,
    max: 40,
    fix: 'write a unit, for example "2s"; leave the field out for no limit',
    code: "HED1010",
  },
} as const satisfies Record<string, TextFormat>;

/** The format whose "allowed" text this is: the schema's issues carry that text as their message. */
export function formatOfAllowed(allowed: string): TextFormat | undefined {
  return Object.values<TextFormat>(textFormats).find((each) => each.allowed === allowed);
}
