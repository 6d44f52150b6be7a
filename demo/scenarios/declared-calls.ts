import { bench, type TrafficResult } from "../../bench/index.ts";
import { judgeRefusal } from "../../bench/traffic/judge.ts";
import { servicesOf } from "../../model/index.ts";
import type { Deployment, Scenario } from "./scenario.ts";

/** What became of one service's request to another. */
interface Tried {
  readonly pair: string;
  readonly answer: "passed" | "refused" | "failed";
}

/** Every service of the mesh, with its identity and mutual TLS, calls every other one; who declares it gets in. */
export const declaredCalls: Scenario = {
  title: "access: every service calls every other one",
  async run(deployment) {
    const services = servicesOf(deployment.mesh);
    const names = services.map(({ name }) => name);
    const tried = (
      await Promise.all(names.map((from) => callOthers(deployment, from, names)))
    ).flat();
    const declared = new Set(
      services.flatMap((each) =>
        each.kind === "external" ? [] : each.calls.map(({ to }) => pairOf(each.name, to)),
      ),
    );
    const wrong = tried.filter(
      ({ pair, answer }) => answer !== (declared.has(pair) ? "passed" : "refused"),
    );
    const count = (answer: Tried["answer"]): string =>
      String(tried.filter((each) => each.answer === answer).length);
    return {
      what: `${String(tried.length)} pairs of services`,
      intended: `${String(declared.size)} declared pass, others get 403`,
      measured:
        wrong.length === 0
          ? `${count("passed")} passed, ${count("refused")} refused`
          : `not as declared: ${wrong.map(({ pair, answer }) => `${pair} ${answer}`).join(", ")}`,
      pass: wrong.length === 0 && declared.size > 0,
    };
  },
};

/** One after the other: all callers are at it at once. */
async function callOthers(
  { mesh, cluster }: Deployment,
  from: string,
  names: readonly string[],
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const to of names) {
    if (to === from) continue;
    const run = await bench(mesh, cluster).traffic({ from, to });
    tried.push({ pair: pairOf(from, to), answer: answerOf(run) });
  }
  return tried;
}

/** To gRPC a proxy says 403 in the words of gRPC. */
function answerOf(run: TrafficResult): Tried["answer"] {
  if (run.failed === 0) return "passed";
  const refused = judgeRefusal(run, 403).pass || run.statuses["PERMISSION_DENIED"] === run.sent;
  return refused ? "refused" : "failed";
}

function pairOf(from: string, to: string): string {
  return `${from} → ${to}`;
}
