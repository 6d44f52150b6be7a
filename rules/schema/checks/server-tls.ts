import type { ServerTls } from "../fields/common.ts";
import { isSet, type Place } from "../place.ts";
import { checkCiphers } from "./ciphers.ts";

const certificateFields = [
  ...["serverCertificate", "privateKey", "caCertificates"],
  ...["tlsCertificates", "credentialName", "credentialNames"],
] as const;

/** TLS that a Gateway or Sidecar offers. */
export function checkServerTls(tls: ServerTls, place: Place): void {
  checkCiphers(tls, place);
  const mode = tls.mode ?? "PASSTHROUGH";
  const given = certificateFields.filter((name) => (tls[name]?.length ?? 0) > 0);
  if (mode === "ISTIO_MUTUAL") {
    for (const name of given) {
      place
        .at(name)
        .error(`with ISTIO_MUTUAL the mesh has its own certificates: \`${name}\` cannot be set`);
    }
    return;
  }
  const passed = mode === "PASSTHROUGH" || mode === "AUTO_PASSTHROUGH";
  if (passed && (given.length > 0 || isSet(tls.caCrl))) {
    place.warn(`with ${mode} no certificates are used: those here are ignored`);
  }
  checkSources(tls, place);
  const fromSecret = isSet(tls.credentialName) || (tls.credentialNames?.length ?? 0) > 0;
  if (!passed && fromSecret) return;
  if (!passed) checkFiles(tls, place);
  checkRevocation(tls, place);
}

function checkSources(tls: ServerTls, place: Place): void {
  const sources = [
    isSet(tls.serverCertificate) && isSet(tls.privateKey),
    isSet(tls.credentialName),
    (tls.credentialNames?.length ?? 0) > 0,
    (tls.tlsCertificates?.length ?? 0) > 0,
  ];
  if (sources.filter(Boolean).length > 1) {
    place.error(
      "the certificate comes from several places",
      "keep one of `credentialName`, `credentialNames`, `serverCertificate` with `privateKey`, and `tlsCertificates`",
    );
  }
}

function checkFiles(tls: ServerTls, place: Place): void {
  const simple = tls.mode === "SIMPLE";
  const mutual = tls.mode === "MUTUAL" || tls.mode === "OPTIONAL_MUTUAL";
  if (!simple && !mutual) return;
  const mode = tls.mode ?? "";
  if (mutual && !isSet(tls.caCertificates)) {
    place.error(
      `the mode ${mode} needs \`caCertificates\`, or a secret with them in \`credentialName\``,
    );
  }
  const several = tls.tlsCertificates ?? [];
  if (several.length > 2) place.at("tlsCertificates").warn("at most 2 certificates are supported");
  const certificates =
    several.length > 0
      ? several.map((certificate, index) => ({
          certificate,
          at: place.at("tlsCertificates", index),
        }))
      : [{ certificate: tls, at: place }];
  for (const { certificate, at } of certificates) {
    for (const name of ["serverCertificate", "privateKey"] as const) {
      if (!isSet(certificate[name])) {
        at.error(`the mode ${mode} needs \`${name}\`, or a secret in \`credentialName\``);
      }
    }
  }
}

function checkRevocation(tls: ServerTls, place: Place): void {
  if (!isSet(tls.caCrl)) return;
  if (isSet(tls.credentialName)) {
    place.at("caCrl").error("the revocation list belongs into the secret of `credentialName`");
  }
  if (tls.mode === "SIMPLE") {
    place.at("caCrl").error("the mode SIMPLE asks for no client certificate that could be revoked");
  }
}
