import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { ChangeRule } from "../rule.ts";

/** Minor versions that one step may go up: with a control plane beside the old one, and in its place. */
const besides = 2;
const inPlace = 1;

/** The control plane is upgraded in steps that Istio supports. */
export const controlPlaneJump: ChangeRule = {
  id: "change/control-plane-jump",
  code: "HED4718",
  severity: "warning",
  summary:
    "a control plane goes up one minor version in place, two beside the old one, and never down",
  covers: ["IST0169"],
  reads: ["objects"],
  needs: [],
  check({ before, after }, find) {
    const old = virtualPods(before).flatMap(controlPlane);
    const running = old.map(({ minor }) => minor);
    if (running.length === 0) return;
    for (const { pod, name, minor, version, path } of virtualPods(after).flatMap(controlPlane)) {
      const same = old.find((each) => each.name === name);
      if (same?.minor === minor) continue;
      const from = same?.minor ?? Math.max(...running);
      const limit = from + (same === undefined ? besides : inPlace);
      if (minor >= from && minor <= limit) continue;
      // An older one beside newer ones is a way back.
      if (minor < from && same === undefined) continue;
      find({
        outcome: "fail",
        origin: pod.origin(path),
        message:
          minor < from
            ? `the control plane goes down from 1.${String(from)} to ${version}`
            : `the control plane goes from 1.${String(from)} to ${version} in one step${same === undefined ? "" : ", in place"}`,
        fix:
          minor < from
            ? "bring up the older version as a revision beside it, and move the namespaces"
            : `go to 1.${String(limit)} first; with a revision of its own beside the old one, two minor versions are supported`,
      });
    }
  },
};

/** The version of Istio's control plane that a pod runs, where its image says one. */
function controlPlane(pod: VirtualPod) {
  const index = pod.containers.findIndex(({ image }) => /(?:^|\/)pilot[:@]/.test(image ?? ""));
  const version = /:v?(1\.(\d+)[^@]*)/.exec(pod.containers[index]?.image ?? "");
  const [, text, minor] = version ?? [];
  if (text === undefined || minor === undefined) return [];
  const name = `${pod.namespace}/${pod.name}`;
  const path = ["spec", "containers", index, "image"];
  return [{ pod, name, minor: Number(minor), version: text, path }];
}
