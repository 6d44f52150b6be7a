import type { Path, Report } from "../../diagnostics/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { isDeployed } from "../kubernetes/is-deployed.ts";
import type { RateLimitSettings, SecretKey } from "./rate-limit-settings.ts";

const name = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const key = /^[-._a-zA-Z0-9]+$/;

/** Whether the service can be deployed like this. What a Secret holds is never looked at, and never shown. */
export function checkRateLimitSettings(
  service: WorkloadService | undefined,
  { redis, replicas = 2 }: RateLimitSettings,
  report: Report,
): boolean {
  let right = checkService(service, report);
  const wrong = (path: Path, message: string, fix: string): void => {
    right = false;
    report.add({ code: "HED3021", severity: "error", path, message, fix });
  };
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > 100) {
    const got = `got ${String(replicas)}; allowed: a whole number from 1 to 100`;
    wrong(["replicas"], got, "two are enough for most meshes");
  }
  if (redis.kind === "existing" && !isAddress(redis.address)) {
    // Whoever mistakes it for an URL may have a password in it.
    const message = "got something else (not shown); allowed: host:port";
    wrong(["redis", "address"], message, 'write it as in "redis.data.svc.cluster.local:6379"');
  }
  if (redis.password !== undefined && !isReference(redis.password)) {
    const message =
      "got something else (not shown); allowed: the name of a Secret and one of its keys";
    wrong(["redis", "password"], message, "name the Secret and the key, never the password itself");
  }
  return right;
}

function checkService(service: WorkloadService | undefined, report: Report): boolean {
  const problem = problemOf(service);
  if (problem === undefined) return true;
  const [message, fix] = problem;
  report.add({ code: "HED3020", severity: "error", path: ["mesh"], message, fix });
  return false;
}

function problemOf(service: WorkloadService | undefined): readonly [string, string] | undefined {
  if (service === undefined) {
    return ["the mesh names no service that counts", "add globalLimits to the mesh"];
  }
  const deployed: boolean = isDeployed(service);
  if (deployed) {
    const fix = `remove image and machines of services.${service.name}`;
    return [`the mesh deploys "${service.name}" itself`, fix];
  }
  if (service.versioned) {
    const fix = `remove services.${service.name}.versions`;
    return [`"${service.name}" has versions, and only one thing is deployed here`, fix];
  }
  return undefined;
}

function isAddress(address: string): boolean {
  const [, host = "", port = ""] = /^([^:\s/@]+):(\d{1,5})$/.exec(address) ?? [];
  return name.test(host) && Number(port) >= 1 && Number(port) <= 65_535;
}

function isReference(password: SecretKey): boolean {
  return name.test(password.secret) && key.test(password.key);
}
