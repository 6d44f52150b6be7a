import type { DurationText } from "../../../model/index.ts";

/** HTTP towards clients. */
export interface HttpSettings {
  /** Answers HTTP/1.0; a request without a host is for `defaultHost`. Default: 426. */
  readonly http10?: { readonly defaultHost: string };
  /** The `server` header: a text, or what the service said. Default `envoy`. */
  readonly serverHeader?: { readonly text: string } | "of-service";
  /** All headers of a request together. Default 60 KiB. */
  readonly maxHeaderKib?: number;
  /** Default 100. */
  readonly maxHeaders?: number;
  /** Requests at once on one connection of HTTP/2 or HTTP/3. Default 100. */
  readonly maxStreams?: number;
  /** For all headers of a request to come. Default 10 s. */
  readonly headersTimeout?: DurationText;
  /** For a whole request to come. Default 300 s; none where a service behind the gateway speaks gRPC. */
  readonly requestTimeout?: DurationText;
  /** How long a request may be silent. Default 300 s. */
  readonly streamIdleTimeout?: DurationText;
  /** How long a connection may be without a request. Default 3600 s. */
  readonly idleTimeout?: DurationText;
  /** How long a connection may live. Default: no limit. */
  readonly maxConnectionDuration?: DurationText;
  /** How long a client that was told to go may still send requests. Default 5 s. */
  readonly drainTimeout?: DurationText;
}
