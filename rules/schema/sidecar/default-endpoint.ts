import type { Place } from "../place.ts";
import { portProblem } from "../values/port.ts";
import { unixAddressProblem, unixPrefix } from "../values/unix-address.ts";

const form = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:]*)$/;
const local = ["", "127.0.0.1", "0.0.0.0", "::1", "::"];

/** Where a listener passes requests on to: the workload beside it. */
export function checkDefaultEndpoint(endpoint: string, place: Place): void {
  if (endpoint.startsWith(unixPrefix)) {
    place.error(unixAddressProblem(endpoint.slice(unixPrefix.length)));
    return;
  }
  const [, bracketed, plain, port = ""] = form.exec(endpoint) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || !local.includes(host) || !/^[-+]?\d+$/.test(port)) {
    place.error(
      `${JSON.stringify(endpoint)} is not an endpoint beside the proxy`,
      "write 127.0.0.1:port, 0.0.0.0:port, [::1]:port, [::]:port or unix:///path",
    );
    return;
  }
  place.error(portProblem(Number(port)));
}
