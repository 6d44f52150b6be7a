import type { ClientTls } from "../fields/destination-rule.ts";
import { isSet, type Place } from "../place.ts";

const configMap = "configmap://";

/** TLS that a client starts. */
export function checkClientTls(tls: ClientTls, place: Place, namespace: string): void {
  const { mode = "DISABLE", credentialName } = tls;
  checkConfigMap(credentialName, place.at("credentialName"), namespace);
  const starts = mode === "SIMPLE" || mode === "MUTUAL";
  if (tls.insecureSkipVerify === true && starts) checkUnverified(tls, place);
  if (starts && isSet(credentialName)) {
    for (const name of ["clientCertificate", "caCertificates", "privateKey", "caCrl"] as const) {
      if (isSet(tls[name])) {
        place
          .at(name)
          .error(`\`${name}\` cannot be set beside \`credentialName\``, "put it into the secret");
      }
    }
    return;
  }
  if (mode !== "MUTUAL") return;
  for (const name of ["clientCertificate", "privateKey"] as const) {
    if (!isSet(tls[name])) {
      place.error(`the mode MUTUAL needs \`${name}\`, or a secret in \`credentialName\``);
    }
  }
}

function checkUnverified(tls: ClientTls, place: Place): void {
  const given = {
    caCertificates: isSet(tls.caCertificates),
    credentialName: tls.mode === "SIMPLE" && isSet(tls.credentialName),
    subjectAltNames: tls.subjectAltNames !== undefined,
  };
  for (const [name, set] of Object.entries(given)) {
    if (set) {
      place
        .at(name)
        .error(`with \`insecureSkipVerify\` nothing is verified: \`${name}\` cannot be set`);
    }
  }
}

function checkConfigMap(name: string | undefined, place: Place, namespace: string): void {
  if (!name?.startsWith(configMap)) return;
  const [where = "", what = ""] = name.slice(configMap.length).split("/");
  if (where === "" || what === "") place.error("the form is configmap://namespace/name");
  else if (where !== namespace) {
    place.error(`the ConfigMap is in another namespace than the rule: ${JSON.stringify(where)}`);
  }
}
