import type { MethodDefinition } from "@grpc/grpc-js";

/** Binary trailing metadata that carries the report of a failed call, which has no message. */
export const reportTrailer = "x-heddle-report-bin";

/** One message: a text. An object, because gRPC takes an empty text for no message at all. */
export interface EchoMessage {
  readonly text: string;
}

const serialize = ({ text }: EchoMessage): Buffer => Buffer.from(text);
const deserialize = (bytes: Buffer): EchoMessage => ({ text: bytes.toString("utf8") });

const codec = {
  requestSerialize: serialize,
  requestDeserialize: deserialize,
  responseSerialize: serialize,
  responseDeserialize: deserialize,
};

/**
 * The gRPC service `heddle.Echo`. Messages are texts: the request is the body, the answer is a report as JSON (`Say`),
 * or chunks with a report as the last message (`Stream`). Plans and names travel as metadata, as in HTTP.
 */
export const echoMethods = {
  Say: { path: "/heddle.Echo/Say", requestStream: false, responseStream: false, ...codec },
  Stream: { path: "/heddle.Echo/Stream", requestStream: false, responseStream: true, ...codec },
} as const satisfies Record<string, MethodDefinition<EchoMessage, EchoMessage>>;
