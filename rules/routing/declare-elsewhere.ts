/** What to do about a finding when the object that it misses is deployed by somebody else. */
export const declareElsewhere =
  "one that is deployed elsewhere is declared (heddle check --context, or context of a policy pack)";
