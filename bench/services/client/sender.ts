import type { Report } from "../report.ts";
import type { TlsFacts } from "./tls-facts.ts";

/** Why no answer came. Stable: tests assert on it. */
export const errorKinds = [
  "refused",
  "reset",
  "timeout",
  "tls",
  "name",
  "unreachable",
  "protocol",
  "other",
] as const;

export type ErrorKind = (typeof errorKinds)[number];

/** One request to a sender's target. */
export interface Outgoing {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the start of the send to the end of the answer, in milliseconds. */
  readonly timeoutMs: number;
}

/** What came of one request: an answer, or an error with no answer. */
export interface Outcome {
  /** HTTP status, name of the gRPC code, `ok` for TCP, or `error`. */
  readonly status: string;
  /** HTTP status below 400, gRPC `OK`, or a TCP answer. */
  readonly ok: boolean;
  readonly ms: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Who answered, where a sample service did. */
  readonly report?: Report;
  readonly error?: { readonly kind: ErrorKind; readonly message: string };
}

/** Where and how requests go. */
export interface SenderOptions {
  readonly url: string;
  /** Reuse connections; else each request has its own. */
  readonly keepAlive: boolean;
  /** Dial this instead of the URL's host and port, which stay in Host header and SNI. */
  readonly connect?: { readonly host: string; readonly port: number };
  readonly tls?: {
    /** Trusted roots as PEM; default the public ones. */
    readonly ca?: string;
    /** SNI and the name that the certificate must carry; default the URL's host. */
    readonly servername?: string;
    /** Refuse a chain that does not verify; default true. */
    readonly verify?: boolean;
  };
  /** Called for each TLS handshake, also for one that is then refused. */
  readonly onTls?: (facts: TlsFacts) => void;
}

/** Sends requests to one target. `send` never throws: what went wrong is in the outcome. */
export interface Sender {
  send(outgoing: Outgoing): Promise<Outcome>;
  /** Closes idle connections. */
  close(): void;
}
