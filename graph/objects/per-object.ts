import type { KubernetesObject } from "./kubernetes-object.ts";

/** One thing that was worked out of an object. */
export interface Answer {
  readonly question: (object: KubernetesObject) => unknown;
  readonly result: unknown;
}

/**
 * Remembers what a function works out of an object, so that many rules can ask for it. The object itself keeps it: there
 * are tens of thousands, each is asked hundreds of times, and a search through its few answers takes a fraction of a
 * look into a map of all objects.
 */
export function perObject<Result>(
  workOut: (object: KubernetesObject) => Result,
): (object: KubernetesObject) => Result {
  return (object) => {
    const { answers } = object;
    for (const { question, result } of answers) {
      // Only this function ever adds an answer to this question.
      if (question === workOut) return result as Result;
    }
    const result = workOut(object);
    answers.push({ question: workOut, result });
    return result;
  };
}
