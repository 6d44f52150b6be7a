import type { Protocol } from "./vocabulary.ts";

interface NumberedPort {
  readonly number: number;
  readonly protocol: Protocol;
}

/** What a port takes of requests that were sent to one with another protocol: gRPC needs HTTP/2, and is more than that. */
const takes: Readonly<Record<Protocol, readonly Protocol[]>> = {
  http: ["http", "http2"],
  http2: ["http2", "http", "grpc"],
  grpc: ["grpc", "http2"],
  tcp: [],
  tls: [],
};

/**
 * The port of another service that gets the requests of one that was called: of those that take them the one with the
 * same number, or else with the same protocol, or else the first. `undefined` where none does.
 */
export function fittingPort<Port extends NumberedPort>(
  ports: readonly Port[],
  called: NumberedPort,
): Port | undefined {
  const fitting = ports.filter(({ protocol }) => takes[called.protocol].includes(protocol));
  return (
    fitting.find(({ number }) => number === called.number) ??
    fitting.find(({ protocol }) => protocol === called.protocol) ??
    fitting[0]
  );
}
