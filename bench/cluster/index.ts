/** The local cluster: a real one-node Kubernetes inside one network namespace of this machine. */
export type { Bench, BenchStatus, ComponentStatus, PodStatus } from "./bench.ts";
export { benchDown } from "./bench-down.ts";
export { benchExec, type BenchExecOptions, type BenchExecResult } from "./bench-exec.ts";
export {
  askedImageNames,
  benchImageNames,
  importBenchImages,
  type BenchImageName,
} from "./bench-images.ts";
export { benchLogs, type BenchLogsOptions } from "./bench-logs.ts";
export { benchPaths, type BenchPaths } from "./bench-paths.ts";
export { benchStatus } from "./bench-status.ts";
export { benchUp, type BenchUpOptions } from "./bench-up.ts";
export { clusterFromEnvironment, type ClusterChoice } from "./cluster-from-environment.ts";
export { componentNames, isComponentName, type ComponentName } from "./component.ts";
export { findBench } from "./find-bench.ts";
export { installIstio, isIstioReady, type InstallIstioOptions } from "./install-istio.ts";
export { listBenches } from "./list-benches.ts";
export { benchSteps, progressSteps, type BenchProgress, type BenchStep } from "./progress.ts";
export { progressText, showProgress } from "./show-progress.ts";
