import { usualBackoff, type Retries } from "../../model/index.ts";
import { duration, extension, type Fields } from "./fields.ts";

/**
 * The retries of a rule, if only that there are none. A retry goes to another endpoint where there is one, unless the
 * author does not want that. Envoy waits 25 ms and more, at random, before each, where nobody says another pause.
 */
export function retryPolicy(retries: Retries | undefined): Fields {
  if (retries === undefined || retries.attempts === 0) return { num_retries: 0 };
  const { attempts, perTryTimeout, on } = retries;
  const codes = on.filter((each) => /^\d+$/.test(each)).map(Number);
  const conditions: string[] = on.filter((each) => !/^\d+$/.test(each));
  if (codes.length > 0) conditions.push("retriable-status-codes");
  return {
    retry_on: conditions.join(","),
    num_retries: attempts,
    ...(perTryTimeout === undefined ? {} : { per_try_timeout: duration(perTryTimeout) }),
    ...(codes.length === 0 ? {} : { retriable_status_codes: codes }),
    ...pauses(retries),
    ...(retries.otherHosts === false
      ? {}
      : { retry_host_predicate: [previousHosts], host_selection_retry_max_attempts: 5 }),
    ...(retries.otherLocalities === true ? { retry_priority: previousPriorities } : {}),
  };
}

function pauses({ backoff, maxBackoff }: Retries): Fields {
  if (backoff === undefined && maxBackoff === undefined) return {};
  return {
    retry_back_off: {
      base_interval: duration(backoff ?? usualBackoff),
      ...(maxBackoff === undefined ? {} : { max_interval: duration(maxBackoff) }),
    },
  };
}

const previousHosts = extension(
  "envoy.retry_host_predicates.previous_hosts",
  "envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate",
);

/** After two tries in one place the next one leaves it, as on Istio. */
const previousPriorities = extension(
  "envoy.retry_priorities.previous_priorities",
  "envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig",
  { update_frequency: 2 },
);
