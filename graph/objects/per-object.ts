import type { KubernetesObject } from "./kubernetes-object.ts";

/** One thing that was worked out of an object. */
export interface Answer {
  readonly question: (object: KubernetesObject) => unknown;
  readonly result: unknown;
  /** The one that was worked out before. */
  readonly before: Answer | undefined;
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
    let answer = object.lastAnswer;
    while (answer !== undefined) {
      // Only this function ever adds an answer to this question.
      if (answer.question === workOut) return answer.result as Result;
      answer = answer.before;
    }
    const result = workOut(object);
    object.lastAnswer = { question: workOut, result, before: object.lastAnswer };
    return result;
  };
}
