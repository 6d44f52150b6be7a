import { wildcardDomainProblem } from "./dns.ts";

/** A host of a VirtualService that is bound to a gateway; with SNI also `outbound_.<port>_._.<host>`. */
export function gatewayDomainProblem(name: string, sni: boolean): string | undefined {
  if (name === "" || name.length > 255 || !sni || !name.startsWith("outbound_")) {
    return wildcardDomainProblem(name);
  }
  const [, port = "", , host = ""] = name.split("_");
  return /\d/.test(port) && /[a-zA-Z]/.test(host)
    ? undefined
    : `the domain name ${JSON.stringify(name)} must have the form outbound_.<port>_._.<host>`;
}
