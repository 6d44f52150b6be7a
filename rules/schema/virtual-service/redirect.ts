import type { HttpMatch, Redirect } from "../fields/virtual-service.ts";
import { portProblem } from "../values/port.ts";
import { isSet, type Place } from "../place.ts";

/** A redirect says where to, in one way. */
export function checkRedirect(
  redirect: Redirect,
  matches: readonly HttpMatch[] | undefined,
  place: Place,
): void {
  const { uri, prefixRewrite, authority, scheme, port, derivePort, redirectCode = 0 } = redirect;
  if (isSet(uri) && isSet(prefixRewrite)) {
    place.error("`uri` and `prefixRewrite` cannot both be set");
  }
  if (isSet(prefixRewrite) && matches?.some(({ uri: by }) => by !== undefined && !isPrefix(by))) {
    place
      .at("prefixRewrite")
      .error("`prefixRewrite` needs that every match of the URI is one by `prefix`");
  }
  const texts = [uri, prefixRewrite, authority, scheme];
  if (!texts.some(isSet) && port === undefined && derivePort === undefined) {
    place.error(
      "the redirect has none of `uri`, `prefixRewrite`, `authority`, `scheme` and `port`",
    );
  }
  if (redirectCode !== 0 && (redirectCode < 300 || redirectCode > 399)) {
    place.at("redirectCode").error(`${String(redirectCode)} is no status of a redirect (3xx)`);
  }
  if (isSet(scheme) && scheme !== "http" && scheme !== "https") {
    place.at("scheme").error(`the scheme is http or https, not ${JSON.stringify(scheme)}`);
  }
  if (port !== undefined && port > 0) place.at("port").error(portProblem(port));
}

function isPrefix(match: NonNullable<HttpMatch["uri"]>): boolean {
  return match.prefix !== undefined && match.regex === undefined;
}
