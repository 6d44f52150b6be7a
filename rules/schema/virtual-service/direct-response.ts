import type { HttpRoute } from "../fields/virtual-service.ts";
import type { Place } from "../place.ts";
import { httpStatusProblem } from "./http-status.ts";

const kibibyte = 1024;

/** Base64 as Istio reads it: padded, in the standard alphabet of RFC 4648; lines may break. */
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** An answer of the proxy itself. Its body is part of the configuration of every proxy. */
export function checkDirectResponse(
  { status = 0, body }: NonNullable<HttpRoute["directResponse"]>,
  place: Place,
): void {
  const size =
    body?.bytes === undefined
      ? Buffer.byteLength(body?.string ?? "")
      : Buffer.byteLength(body.bytes, "base64");
  if (size > kibibyte * kibibyte) place.at("body").error("the body has more than 1 MB");
  else if (size > 100 * kibibyte) {
    place.at("body").warn("a body of more than 100 kB slows the control plane down");
  }
  if (body?.bytes !== undefined && !base64.test(body.bytes.replaceAll(/[\r\n]/g, ""))) {
    place.at("body", "bytes").error("the text is not Base64", "write plain text as `string`");
  }
  place.at("status").error(httpStatusProblem(status));
}
