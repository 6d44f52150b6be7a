import type { Fields } from "./fields.ts";
import { authorityOf } from "./server-cluster.ts";
import type { Server } from "./site/server-schema.ts";

/** A service that Envoy itself calls over gRPC: its cluster, and the name that it is asked by. */
export function grpcService(
  cluster: string,
  server: Server,
  timeout = "5s",
): { readonly grpc_service: Fields } {
  const envoy_grpc = { cluster_name: cluster, authority: authorityOf(server) };
  return { grpc_service: { envoy_grpc, timeout } };
}
