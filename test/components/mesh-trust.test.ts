import { expect, test } from "vitest";
import { MeshTrust } from "../../components/index.ts";
import { find, isSecret, recordResources } from "./record-resources.ts";

const selfSigned = "tls:index/selfSignedCert:SelfSignedCert";
const signed = "tls:index/locallySignedCert:LocallySignedCert";
const key = "tls:index/privateKey:PrivateKey";

test("MeshTrust: a root that signs one signer, on P-256, with keys that stay secret", async () => {
  const recorded = await recordResources(
    () => new MeshTrust("trust", { trustDomain: "shop.example", signerValidityHours: 300 }),
  );
  expect(recorded.filter(({ type }) => type === key).map(({ inputs }) => inputs)).toEqual(
    Array.from({ length: 2 }, () => ({ algorithm: "ECDSA", ecdsaCurve: "P256" })),
  );
  const root = find(recorded, "trust-root", selfSigned);
  expect(root.inputs).toMatchObject({
    isCaCertificate: true,
    maxPathLength: 1,
    validityPeriodHours: 87_600,
    subject: { organization: "shop.example" },
  });
  expect(isSecret(root.inputs["privateKeyPem"])).toBe(true);
  const signer = find(recorded, "trust-signer", signed);
  expect(signer.inputs).toMatchObject({
    isCaCertificate: true,
    maxPathLength: 0,
    validityPeriodHours: 300,
    earlyRenewalHours: 100,
    allowedUses: ["cert_signing", "crl_signing"],
  });
  expect(isSecret(signer.inputs["caPrivateKeyPem"])).toBe(true);
  expect(signer.parent).toBe("heddle:index:MeshTrust::trust");
});

test("MeshTrust: a long trust domain still makes a certificate", async () => {
  const trustDomain = `${"a".repeat(60)}.${"b".repeat(60)}.example`;
  const recorded = await recordResources(() => new MeshTrust("trust", { trustDomain }));
  const subject = find(recorded, "trust-root", selfSigned).inputs["subject"];
  for (const part of Object.values(subject as Record<string, string>)) {
    expect(part.length).toBeLessThanOrEqual(64);
  }
});
