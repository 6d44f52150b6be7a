import { ServerCredentials } from "@grpc/grpc-js";
import type { Server } from "@grpc/grpc-js";

/** The engine's own limit for one message, in bytes: a stack's whole state may pass through. */
const MAX_MESSAGE = 400 * 1024 * 1024;

/** Options of every server and client here. */
export const GRPC_OPTIONS = {
  "grpc.max_receive_message_length": MAX_MESSAGE,
  "grpc.max_send_message_length": MAX_MESSAGE,
};

/** Binds a server to a free port on loopback and returns the port. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}
