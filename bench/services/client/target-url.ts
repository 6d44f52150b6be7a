import { z } from "zod";

/** What each scheme means: the protocol spoken, whether over TLS, and the port when none is given. */
export const schemes = {
  "http:": { protocol: "http", tls: false, port: 80 },
  "https:": { protocol: "http", tls: true, port: 443 },
  "grpc:": { protocol: "grpc", tls: false, port: 80 },
  "grpcs:": { protocol: "grpc", tls: true, port: 443 },
  "tcp:": { protocol: "tcp", tls: false, port: undefined },
  "tls:": { protocol: "tcp", tls: true, port: undefined },
} as const;

type Scheme = keyof typeof schemes;

/** Where and how to send. */
export interface Target {
  readonly protocol: "http" | "grpc" | "tcp";
  readonly tls: boolean;
  readonly host: string;
  readonly port: number;
  /** Host and port as the URL has them: the Host header or the authority. */
  readonly authority: string;
  /** Path and query. */
  readonly path: string;
}

/** A URL that requests can be sent to. */
export const targetUrlSchema = z
  .string()
  .max(2048)
  .refine((text) => readTarget(text) !== undefined, {
    error: `must be a URL with one of ${Object.keys(schemes).join(", ")}, a host, and a port for tcp: and tls:`,
  });

/** Reads a URL that `targetUrlSchema` accepts; throws a `TypeError` on others. */
export function parseTarget(text: string): Target {
  const target = readTarget(text);
  if (target === undefined) throw new TypeError(`not a target URL: ${text}`);
  return target;
}

function readTarget(text: string): Target | undefined {
  const url = URL.parse(text);
  if (url === null || !isScheme(url.protocol) || url.hostname === "") return undefined;
  const { protocol, tls, port: usual } = schemes[url.protocol];
  const port = url.port === "" ? usual : Number(url.port);
  if (port === undefined) return undefined;
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const path = `${url.pathname === "" ? "/" : url.pathname}${url.search}`;
  return { protocol, tls, host, port, authority: url.host, path };
}

function isScheme(text: string): text is Scheme {
  return Object.hasOwn(schemes, text);
}
