import { describe, expect, it } from "vitest";

import { formatSeconds, progressLine } from "../../tools/tool-progress.ts";

describe("a progress line", () => {
  it("says what is built, how long it took last time and what is left", () => {
    expect(
      progressLine({
        kind: "building",
        name: "kubelet",
        expected: { seconds: 284, measured: true },
        remaining: ["kube-proxy", "pulumi"],
        remainingSeconds: 258,
      }),
    ).toBe("kubelet 1.34.3: building, took 4 min 44 s last time; then 2 more, about 4 min 18 s");
  });

  it("does not call an estimate a measurement", () => {
    const expected = { seconds: 12, measured: false };
    const outlook = { expected, remaining: [], remainingSeconds: 0 };
    expect(progressLine({ kind: "building", name: "etcd", ...outlook })).toBe(
      "etcd 3.6.4: building, takes about 12 s the first time; the last one",
    );
  });

  it.each([
    [0.4, "0 s"],
    [59.6, "1 min 0 s"],
    [61, "1 min 1 s"],
  ])("prints %d seconds as %s", (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});
