import { extension, type Fields } from "./fields.ts";

/**
 * One line of JSON a request, to standard output. Paths are without their query and no header is written that could
 * carry a secret.
 */
export const accessLog: readonly Fields[] = [
  extension(
    "envoy.access_loggers.stdout",
    "envoy.extensions.access_loggers.stream.v3.StdoutAccessLog",
    {
      log_format: {
        json_format: {
          time: "%START_TIME%",
          method: "%REQ(:METHOD)%",
          host: "%REQ(:AUTHORITY)%",
          path: "%PATH(NQ:ORIG_OR_PATH)%",
          protocol: "%PROTOCOL%",
          status: "%RESPONSE_CODE%",
          details: "%RESPONSE_CODE_DETAILS%",
          flags: "%RESPONSE_FLAGS%",
          duration_ms: "%DURATION%",
          bytes_received: "%BYTES_RECEIVED%",
          bytes_sent: "%BYTES_SENT%",
          client: "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%",
          request_id: "%REQ(X-REQUEST-ID)%",
          route: "%ROUTE_NAME%",
          cluster: "%UPSTREAM_CLUSTER%",
          upstream: "%UPSTREAM_HOST%",
          tries: "%UPSTREAM_REQUEST_ATTEMPT_COUNT%",
          sni: "%REQUESTED_SERVER_NAME%",
        },
      },
    },
  ),
];
