import type { Fault } from "../fields/virtual-service.ts";
import { durationProblem } from "../values/duration.ts";
import { fractionProblem } from "../values/percent.ts";
import { checkField } from "../check-field.ts";
import type { Place } from "../place.ts";
import { httpStatusProblem } from "./http-status.ts";

const grpcStatuses = [
  ...["OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND"],
  ...["ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION"],
  ...["ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS"],
  "UNAUTHENTICATED",
];

/** Faults that are injected on purpose. */
export function checkFault(fault: Fault, place: Place): void {
  if (fault.abort === undefined && fault.delay === undefined) {
    place.error("the fault has neither `abort` nor `delay`");
  }
  checkField(fault, "abort", place, checkAbort);
  checkField(fault, "delay", place, checkDelay);
}

function checkAbort(abort: NonNullable<Fault["abort"]>, place: Place): void {
  checkField(abort, "percentage", place, (percentage, at) => {
    at.error(fractionProblem(percentage.value ?? 0));
  });
  const { grpcStatus, http2Error, httpStatus } = abort;
  if (http2Error !== undefined) {
    place.at("http2Error").error("errors of HTTP/2 are not supported", "use `httpStatus`");
  } else if (httpStatus !== undefined) {
    place.at("httpStatus").error(httpStatusProblem(httpStatus));
  } else if (grpcStatus === undefined) {
    place.own("the abort does not say with what", "set `httpStatus` or `grpcStatus`");
  } else if (!grpcStatuses.includes(grpcStatus)) {
    place
      .at("grpcStatus")
      .error(
        `${JSON.stringify(grpcStatus)} is not a status of gRPC; allowed: ${grpcStatuses.join(", ")}`,
      );
  }
}

function checkDelay(delay: NonNullable<Fault["delay"]>, place: Place): void {
  checkField(delay, "percentage", place, (percentage, at) => {
    at.error(fractionProblem(percentage.value ?? 0));
  });
  checkField(delay, "exponentialDelay", place, (_, at) => {
    at.error("an exponential delay is not supported", "use `fixedDelay`");
  });
  if (delay.exponentialDelay === undefined) {
    checkField(delay, "fixedDelay", place, (duration, at) => {
      at.error(durationProblem(duration));
    });
  }
}
