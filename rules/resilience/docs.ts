import { callWithoutDeadlineDoc } from "./call-without-deadline.doc.ts";
import { circleWithoutDeadlineDoc } from "./circle-without-deadline.doc.ts";
import { deadlineShorterThanCalleeDoc } from "./deadline-shorter-than-callee.doc.ts";
import { defaultErrorsEjectDoc } from "./default-errors-eject.doc.ts";
import { drainLongerThanGraceDoc } from "./drain-longer-than-grace.doc.ts";
import { gatewayErrorsShadowedDoc } from "./gateway-errors-shadowed.doc.ts";
import { graceShorterThanTimeoutDoc } from "./grace-shorter-than-timeout.doc.ts";
import { idleLongerThanServerDoc } from "./idle-longer-than-server.doc.ts";
import { limitAboveCapacityDoc } from "./limit-above-capacity.doc.ts";
import { oneRequestPerConnectionDoc } from "./one-request-per-connection.doc.ts";
import { outlierDetectionMissingDoc } from "./outlier-detection-missing.doc.ts";
import { outlierEjectsAllDoc } from "./outlier-ejects-all.doc.ts";
import { outlierNeverEjectsDoc } from "./outlier-never-ejects.doc.ts";
import { promisesMoreThanCalleesDoc } from "./promises-more-than-callees.doc.ts";
import { retriesExceedTimeoutDoc } from "./retries-exceed-timeout.doc.ts";
import { retryAmplificationDoc } from "./retry-amplification.doc.ts";
import { retryInTwoLayersDoc } from "./retry-in-two-layers.doc.ts";
import { retryOfUndeclaredCallDoc } from "./retry-of-undeclared-call.doc.ts";
import { retryOfUnsafeCallDoc } from "./retry-of-unsafe-call.doc.ts";
import { retryWithoutBudgetDoc } from "./retry-without-budget.doc.ts";
import { retryWithoutPerTryTimeoutDoc } from "./retry-without-per-try-timeout.doc.ts";
import { singleInstanceCalleeDoc } from "./single-instance-callee.doc.ts";
import { slowConnectDoc } from "./slow-connect.doc.ts";
import { streamingTimeoutDoc } from "./streaming-timeout.doc.ts";
import { tooManyRetriesDoc } from "./too-many-retries.doc.ts";
import { sharedWithoutLimitsDoc } from "./without-limits.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `resilience/`, by id. */
export const resilienceDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["resilience/call-without-deadline", callWithoutDeadlineDoc],
  ["resilience/circle-without-deadline", circleWithoutDeadlineDoc],
  ["resilience/deadline-shorter-than-callee", deadlineShorterThanCalleeDoc],
  ["resilience/default-errors-eject", defaultErrorsEjectDoc],
  ["resilience/drain-longer-than-grace", drainLongerThanGraceDoc],
  ["resilience/gateway-errors-shadowed", gatewayErrorsShadowedDoc],
  ["resilience/grace-shorter-than-timeout", graceShorterThanTimeoutDoc],
  ["resilience/idle-longer-than-server", idleLongerThanServerDoc],
  ["resilience/limit-above-capacity", limitAboveCapacityDoc],
  ["resilience/one-request-per-connection", oneRequestPerConnectionDoc],
  ["resilience/outlier-detection-missing", outlierDetectionMissingDoc],
  ["resilience/outlier-ejects-all", outlierEjectsAllDoc],
  ["resilience/outlier-never-ejects", outlierNeverEjectsDoc],
  ["resilience/promises-more-than-callees", promisesMoreThanCalleesDoc],
  ["resilience/retries-exceed-timeout", retriesExceedTimeoutDoc],
  ["resilience/retry-amplification", retryAmplificationDoc],
  ["resilience/retry-in-two-layers", retryInTwoLayersDoc],
  ["resilience/retry-of-undeclared-call", retryOfUndeclaredCallDoc],
  ["resilience/retry-of-unsafe-call", retryOfUnsafeCallDoc],
  ["resilience/retry-without-budget", retryWithoutBudgetDoc],
  ["resilience/retry-without-per-try-timeout", retryWithoutPerTryTimeoutDoc],
  ["resilience/single-instance-callee", singleInstanceCalleeDoc],
  ["resilience/slow-connect", slowConnectDoc],
  ["resilience/streaming-timeout", streamingTimeoutDoc],
  ["resilience/too-many-retries", tooManyRetriesDoc],
  ["resilience/without-limits", sharedWithoutLimitsDoc],
];
