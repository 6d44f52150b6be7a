import type { Retries } from "../fields/virtual-service.ts";
import { durationProblem } from "../values/duration.ts";
import { isSet, present, type Place } from "../place.ts";

const conditions = new Set([
  ...["5xx", "gateway-error", "reset", "reset-before-request", "connect-failure"],
  ...["retriable-4xx", "refused-stream", "retriable-status-codes", "retriable-headers"],
  ...["envoy-ratelimited", "http3-post-connect-failure", "cancelled", "deadline-exceeded"],
  ...["internal", "resource-exhausted", "unavailable"],
]);

/** Go has names for these, and Istio asks it: https://pkg.go.dev/net/http#StatusText */
const namedStatus =
  /^\+?(?:10[0-3]|20[0-8]|226|30[0-578]|40\d|41[0-8]|42[1-689]|431|451|50[0-8]|51[01])$/;

/** When and how often a request is tried again. */
export function checkRetries(retries: Retries, place: Place): void {
  const { attempts = 0, perTryTimeout, retryOn, retryRemoteLocalities, backoff } = retries;
  if (attempts < 0) place.at("attempts").error(`${String(attempts)} attempts are fewer than none`);
  if (
    attempts === 0 &&
    (perTryTimeout !== undefined || isSet(retryOn) || retryRemoteLocalities !== undefined)
  ) {
    place.error(
      "with 0 attempts nothing is tried again: the other fields have no effect",
      "set `attempts`, or remove the other fields",
    );
  }
  present(perTryTimeout, place.at("perTryTimeout"), checkDuration);
  present(backoff, place.at("backoff"), checkDuration);
  if (!isSet(retryOn)) return;
  for (const condition of retryOn.split(",")) {
    if (!conditions.has(condition) && !namedStatus.test(condition)) {
      const allowed = [...conditions].sort().join(", ");
      place
        .at("retryOn")
        .error(
          `${JSON.stringify(condition)} is no reason to try again; allowed: a status, ${allowed}`,
        );
    }
  }
}

function checkDuration(duration: number, place: Place): void {
  place.error(durationProblem(duration));
}
