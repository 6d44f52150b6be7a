import { callWithoutDeadline } from "./call-without-deadline.ts";
import { circleWithoutDeadline } from "./circle-without-deadline.ts";
import { deadlineShorterThanCallee } from "./deadline-shorter-than-callee.ts";
import { defaultErrorsEject } from "./default-errors-eject.ts";
import { gatewayErrorsShadowed } from "./gateway-errors-shadowed.ts";
import { oneRequestPerConnection } from "./one-request-per-connection.ts";
import { outlierEjectsAll } from "./outlier-ejects-all.ts";
import { outlierNeverEjects } from "./outlier-never-ejects.ts";
import { retriesExceedTimeout } from "./retries-exceed-timeout.ts";
import { retryAmplification } from "./retry-amplification.ts";
import { retryOfUndeclaredCall } from "./retry-of-undeclared-call.ts";
import { retryOfUnsafeCall } from "./retry-of-unsafe-call.ts";
import { retryWithoutPerTryTimeout } from "./retry-without-per-try-timeout.ts";
import { singleInstanceCallee } from "./single-instance-callee.ts";
import { slowConnect } from "./slow-connect.ts";
import { streamingTimeout } from "./streaming-timeout.ts";
import { tooManyRetries } from "./too-many-retries.ts";
import { graceShorterThanTimeout } from "./grace-shorter-than-timeout.ts";
import { outlierDetectionMissing } from "./outlier-detection-missing.ts";
import type { Rule } from "../rule.ts";

/** The rules of `resilience/`. */
export const resilienceRules: readonly Rule[] = [
  callWithoutDeadline,
  circleWithoutDeadline,
  deadlineShorterThanCallee,
  defaultErrorsEject,
  gatewayErrorsShadowed,
  oneRequestPerConnection,
  outlierEjectsAll,
  outlierNeverEjects,
  retriesExceedTimeout,
  retryAmplification,
  retryOfUndeclaredCall,
  retryOfUnsafeCall,
  retryWithoutPerTryTimeout,
  singleInstanceCallee,
  slowConnect,
  streamingTimeout,
  tooManyRetries,
  graceShorterThanTimeout,
  outlierDetectionMissing,
];
