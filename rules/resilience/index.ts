import { callWithoutDeadline } from "./call-without-deadline.ts";
import { circleWithoutDeadline } from "./circle-without-deadline.ts";
import { deadlineShorterThanCallee } from "./deadline-shorter-than-callee.ts";
import { defaultErrorsEject } from "./default-errors-eject.ts";
import { drainLongerThanGrace } from "./drain-longer-than-grace.ts";
import { gatewayErrorsShadowed } from "./gateway-errors-shadowed.ts";
import { graceShorterThanTimeout } from "./grace-shorter-than-timeout.ts";
import { idleLongerThanServer } from "./idle-longer-than-server.ts";
import { limitAboveCapacity } from "./limit-above-capacity.ts";
import { oneRequestPerConnection } from "./one-request-per-connection.ts";
import { outlierDetectionMissing } from "./outlier-detection-missing.ts";
import { outlierEjectsAll } from "./outlier-ejects-all.ts";
import { outlierNeverEjects } from "./outlier-never-ejects.ts";
import { promisesMoreThanCallees } from "./promises-more-than-callees.ts";
import { retriesExceedTimeout } from "./retries-exceed-timeout.ts";
import { retryAmplification } from "./retry-amplification.ts";
import { retryInTwoLayers } from "./retry-in-two-layers.ts";
import { retryOfUndeclaredCall } from "./retry-of-undeclared-call.ts";
import { retryOfUnsafeCall } from "./retry-of-unsafe-call.ts";
import { retryWithoutBudget } from "./retry-without-budget.ts";
import { retryWithoutPerTryTimeout } from "./retry-without-per-try-timeout.ts";
import { singleInstanceCallee } from "./single-instance-callee.ts";
import { slowConnect } from "./slow-connect.ts";
import { streamingTimeout } from "./streaming-timeout.ts";
import { tooManyRetries } from "./too-many-retries.ts";
import { sharedWithoutLimits } from "./without-limits.ts";
import type { Rule } from "../rule.ts";

/** The rules of `resilience/`. */
export const resilienceRules: readonly Rule[] = [
  callWithoutDeadline,
  circleWithoutDeadline,
  deadlineShorterThanCallee,
  defaultErrorsEject,
  drainLongerThanGrace,
  gatewayErrorsShadowed,
  graceShorterThanTimeout,
  idleLongerThanServer,
  limitAboveCapacity,
  oneRequestPerConnection,
  outlierDetectionMissing,
  outlierEjectsAll,
  outlierNeverEjects,
  promisesMoreThanCallees,
  retriesExceedTimeout,
  retryAmplification,
  retryInTwoLayers,
  retryOfUndeclaredCall,
  retryOfUnsafeCall,
  retryWithoutBudget,
  retryWithoutPerTryTimeout,
  sharedWithoutLimits,
  singleInstanceCallee,
  slowConnect,
  streamingTimeout,
  tooManyRetries,
];
