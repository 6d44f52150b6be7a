import { expect, test } from "vitest";
import { fittingPort, protocols, type Protocol } from "../../model/index.ts";

type Text = `${number} ${Protocol}`;

function port(text: Text) {
  const found = protocols.find((each) => text.endsWith(` ${each}`));
  if (found === undefined) throw new Error(`no protocol in "${text}"`);
  return { number: Number.parseInt(text, 10), protocol: found };
}

const rows: readonly (readonly [called: Text, ports: readonly Text[], expected: Text | "none"])[] =
  [
    ["80 http", ["80 http"], "80 http"],
    ["80 http", ["9090 tcp", "8080 http", "80 http2"], "80 http2"],
    ["80 http", ["8081 http2", "8080 http"], "8080 http"],
    ["80 http", ["8081 http2", "8082 http2"], "8081 http2"],
    ["80 http", ["80 grpc", "81 tls"], "none"],
    ["80 http2", ["81 grpc"], "81 grpc"],
    ["80 grpc", ["80 http", "81 http2", "82 grpc"], "82 grpc"],
    ["80 grpc", ["80 http"], "none"],
  ];

test.each(rows)("of %s at %j: %s", (called, ports, expected) => {
  const found = fittingPort(ports.map(port), port(called));
  expect(found).toEqual(expected === "none" ? undefined : port(expected));
});
