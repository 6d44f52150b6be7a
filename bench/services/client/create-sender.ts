import { createHttpSender } from "./http-sender.ts";
import type { Sender, SenderOptions } from "./sender.ts";
import { createTcpSender } from "./tcp-sender.ts";
import { parseTarget } from "./target-url.ts";

/**
 * Makes the sender that the URL's scheme asks for. Close it when done. gRPC's library is read by those alone who speak
 * it: that is half of what a driver's start costs.
 */
export async function createSender(options: SenderOptions): Promise<Sender> {
  const target = parseTarget(options.url);
  switch (target.protocol) {
    case "http":
      return createHttpSender(target, options);
    case "grpc": {
      const { createGrpcSender } = await import("./grpc-sender.ts");
      return createGrpcSender(target, options);
    }
    case "tcp":
      return createTcpSender(target, options);
  }
}
