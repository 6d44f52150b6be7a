/** How `heddle` ends; the same for every sub-command. */
export const exitCode = {
  /** Done, and nothing is wrong. */
  ok: 0,
  /** Done, and something is wrong with what was looked at: at least one finding is an error. */
  findings: 1,
  /** Not done: wrong usage, or our own fault. */
  failed: 2,
} as const;
