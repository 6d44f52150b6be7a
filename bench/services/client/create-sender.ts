import { createGrpcSender } from "./grpc-sender.ts";
import { createHttpSender } from "./http-sender.ts";
import type { Sender, SenderOptions } from "./sender.ts";
import { createTcpSender } from "./tcp-sender.ts";
import { parseTarget } from "./target-url.ts";

/** Makes the sender that the URL's scheme asks for. Close it when done. */
export function createSender(options: SenderOptions): Sender {
  const target = parseTarget(options.url);
  switch (target.protocol) {
    case "http":
      return createHttpSender(target, options);
    case "grpc":
      return createGrpcSender(target, options);
    case "tcp":
      return createTcpSender(target, options);
  }
}
