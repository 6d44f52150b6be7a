/** A whole percentage. */
export function percentProblem(percent: number): string | undefined {
  return percent >= 0 && percent <= 100
    ? undefined
    : `${String(percent)} is not between 0 and 100 percent`;
}

/** A fraction of a percent: the data plane counts in steps of 0.0001. */
export function fractionProblem(percent: number): string | undefined {
  return percent >= 0 && percent <= 100 && (percent === 0 || percent >= 0.0001)
    ? undefined
    : `${String(percent)} is neither 0 nor between 0.0001 and 100 percent`;
}
