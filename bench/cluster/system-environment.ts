import { delimiter } from "node:path";

/** System folders that the PATH of a user, or of a service, often lacks. */
const systemDirectories = [
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/sbin",
  "/usr/bin",
  "/sbin",
  "/bin",
];

/** The environment in which system programs are called: only a PATH that has all of them. */
export function systemEnvironment(): { readonly PATH: string } {
  const own = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return { PATH: [...new Set([...own, ...systemDirectories])].join(delimiter) };
}
