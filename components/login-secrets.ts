import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { createReport, HeddleError, type Report } from "../diagnostics/index.ts";
import type { Gateway } from "../model/index.ts";
import { loginSecretKeys } from "../targets/istio/index.ts";
import { textSecret } from "./text-secret.ts";

/** What is in the Secrets of logins, by Secret and key. */
export type LoginSecrets = Readonly<Record<string, Readonly<Record<string, Input<string>>>>>;

/**
 * Whether what was given for a gateway's logins is what its model asks for: a Secret that is given is given whole.
 *
 * @throws HeddleError HED3032 with every difference. Names only, never a value.
 */
export function checkLoginSecrets(gateway: Gateway, given: LoginSecrets): void {
  const report = createReport();
  const asked = Map.groupBy(loginSecretKeys(gateway), ({ secret }) => secret);
  for (const [secret, files] of Object.entries(given)) {
    const keys = asked.get(secret)?.map(({ key }) => key);
    if (keys === undefined) {
      const all = asked.size === 0 ? "none" : [...asked.keys()].join(", ");
      addError(report, [secret], `no login asks for it; asked: ${all}`);
      continue;
    }
    const all = keys.join(", ");
    for (const key of Object.keys(files)) {
      if (keys.includes(key)) continue;
      addError(report, [secret, key], `no login asks for it; asked: ${all}`);
    }
    for (const key of keys) {
      if (Object.hasOwn(files, key)) continue;
      addError(report, [secret, key], `missing, and a login asks for it; asked: ${all}`);
    }
  }
  if (report.has("error")) throw new HeddleError(report.diagnostics());
}

function addError(report: Report, place: readonly string[], message: string): void {
  report.add({
    code: "HED3032",
    severity: "error",
    path: ["loginSecrets", ...place],
    message,
    fix: "give each Secret the keys that clientSecret and cookieSecret of the gateway's logins name, and no other",
  });
}

/** The Secrets of a gateway's logins. */
export function loginSecrets(
  name: string,
  { namespace }: Gateway,
  given: LoginSecrets,
  options: CustomResourceOptions,
): readonly Secret[] {
  return Object.entries(given).map(([secret, files]) =>
    textSecret(`${name}-${secret}`, { name: secret, namespace, files }, options),
  );
}
