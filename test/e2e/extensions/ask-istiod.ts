import { connect } from "node:http2";

// The text of this file runs inside a pod: it asks istiod for the listeners of a proxy with the labels of an application,
// as that proxy would, and prints the answer as it comes, byte by byte. https://www.envoyproxy.io/docs/envoy/latest/api-docs/xds_protocol

function varint(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value]);
  return Buffer.concat([Buffer.from([(value & 0x7f) | 0x80]), varint(value >>> 7)]);
}

/** A field of a message that has a length: a text, or a message. */
function field(number: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

/** A `google.protobuf.Struct` of texts and structures. */
function struct(fields: Readonly<Record<string, string | Buffer>>): Buffer {
  return Buffer.concat(
    Object.entries(fields).map(([name, value]) => {
      const kind = typeof value === "string" ? 3 : 5;
      return field(1, Buffer.concat([field(1, name), field(2, field(kind, value))]));
    }),
  );
}

const [namespace = "", app = ""] = process.argv.slice(2);
const metadata = struct({
  NAMESPACE: namespace,
  LABELS: struct({ app }),
  ISTIO_VERSION: "1.31.0",
  CLUSTER_ID: "Kubernetes",
});
const id = `sidecar~192.0.2.1~${app}-0.${namespace}~${namespace}.svc.cluster.local`;
const node = Buffer.concat([field(1, id), field(2, `${app}.${namespace}`), field(3, metadata)]);
const type = "type.googleapis.com/envoy.config.listener.v3.Listener";
const request = Buffer.concat([field(2, node), field(4, type)]);
const length = Buffer.alloc(5);
length.writeUInt32BE(request.length, 1);

const session = connect("http://istiod.istio-system.svc.cluster.local:15010");
const stream = session.request({
  ":method": "POST",
  ":path": "/envoy.service.discovery.v3.AggregatedDiscoveryService/StreamAggregatedResources",
  "content-type": "application/grpc",
  te: "trailers",
});
stream.write(Buffer.concat([length, request]));
const deadline = setTimeout(() => stream.destroy(new Error("no answer within 10 s")), 10_000);
let answer = Buffer.alloc(0);
for await (const part of stream as AsyncIterable<Buffer>) {
  answer = Buffer.concat([answer, part]);
  if (answer.length >= 5 && answer.length >= 5 + answer.readUInt32BE(1)) break;
}
clearTimeout(deadline);
console.log(answer.toString("latin1"));
session.destroy();
