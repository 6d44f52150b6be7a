import type { Rule } from "../rule.ts";

const own = "heddle.dev/ignore";
const ofIstio = "galley.istio.io/analyze-suppress";

/** An exception from a rule ends some day. */
export const suppressionWithoutEnd: Rule = {
  id: "operations/suppression-without-end",
  code: "HED4830",
  severity: "info",
  summary: "a suppression in an annotation says until when",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of graph.objects) {
      const { [own]: said, [ofIstio]: istio } = object.annotations;
      const open = said?.split(/[;\n]/).find((each) => each.trim() !== "" && !hasEnd(each));
      if (open !== undefined) {
        find({
          outcome: "fail",
          origin: object.origin(["metadata", "annotations", own]),
          message: `the suppression ${JSON.stringify(open.trim())} holds for ever`,
          fix: 'add the last day to the reason: "… until 2027-01-31"',
        });
      }
      if (istio === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["metadata", "annotations", ofIstio]),
        message: `${ofIstio} has neither a reason nor an end`,
        fix: `write ${own}: "<id>: <reason> until <day>" instead`,
      });
    }
  },
};

function hasEnd(suppression: string): boolean {
  return /\buntil \d{4}-\d{2}-\d{2}\b/.test(suppression);
}
