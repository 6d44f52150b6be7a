import type { Manifest } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";
import { redirectBindings } from "./gateway-bindings.ts";
import { apiVersion } from "./references.ts";

/** Sends plain HTTP requests for hosts with a certificate to HTTPS. */
export function redirectRoutes(gateway: Gateway): readonly Manifest[] {
  return redirectBindings(gateway).map(({ suffix, parentRefs, hostnames }) => ({
    apiVersion,
    kind: "HTTPRoute",
    metadata: { name: `${gateway.name}-${suffix}`, namespace: gateway.namespace },
    spec: {
      parentRefs,
      hostnames,
      rules: [
        {
          filters: [
            {
              type: "RequestRedirect",
              requestRedirect: {
                scheme: "https",
                // The usual port of a scheme needs no word.
                ...(gateway.ports.https === 443 ? {} : { port: gateway.ports.https }),
                statusCode: 301,
              },
            },
          ],
        },
      ],
    },
  }));
}
