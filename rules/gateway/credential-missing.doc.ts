import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/credential-missing`. */
export const credentialMissingDoc: RuleDoc = {
  inventory: ["gw-credential-missing"],
  what: "The Secret that `credentialName` names is in the namespace of the gateway's workload, or is made there by cert-manager, External Secrets or Sealed Secrets. Where the input holds neither Secrets nor the workload, it cannot be decided.",
  why: "The proxy never gets a certificate, and refuses every connection. The namespace of the Gateway object is a usual wrong place.",
  fails: `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: shop }
type: kubernetes.io/tls
data:
  tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJuakNDQVVTZ0F3SUJBZ0lVWWRZM3dWeFhBaTJiRWxYSkVoWDlWbnczMzZJd0NnWUlLb1pJemowRUF3SXcKRnpFVk1CTUdBMVVFQXd3TWMyaHZjQzVsZUdGdGNHeGxNQ0FYRFRJMk1URXlNVEE0TlRBek1sb1lEekl4TWpZeApNREk0TURnMU1ETXlXakFYTVJVd0V3WURWUVFEREF4emFHOXdMbVY0WVcxd2JHVXdXVEFUQmdjcWhrak9QUUlCCkJnZ3Foa2pPUFFNQkJ3TkNBQVJBVFArL0JGdUVSODZBL25GcXBjSmRvZ0lxMUJRZUlvc2kzVXZpRWkzS1JpeFcKeUxEQmY3ZGxZUGVpRVMyaWxQc2UwSUVpSmoyd3ZlVTBzdDB5SjNaZ28yd3dhakFkQmdOVkhRNEVGZ1FVL0NsawpIREl4Zklma2V0dGY3cnNiOFFobGtnd3dId1lEVlIwakJCZ3dGb0FVL0Nsa0hESXhmSWZrZXR0Zjdyc2I4UWhsCmtnd3dEd1lEVlIwVEFRSC9CQVV3QXdFQi96QVhCZ05WSFJFRUVEQU9nZ3h6YUc5d0xtVjRZVzF3YkdVd0NnWUkKS29aSXpqMEVBd0lEU0FBd1JRSWhBSVRUb09Zd1ZBbTlNNGNoU0g0SkVncDA4MnBDeTZ3Qm54RE9KUk8veGVuSgpBaUJwVlVBaDVDVXBtekVRUk5xem56TVc0WVl1UmE2Z2J0WmxvOHBQdlhYbWpBPT0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=
  tls.key: ZXhhbXBsZQ==
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [shop.example]
`,
  passes: `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: istio-system }
type: kubernetes.io/tls
data:
  tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJuakNDQVVTZ0F3SUJBZ0lVWWRZM3dWeFhBaTJiRWxYSkVoWDlWbnczMzZJd0NnWUlLb1pJemowRUF3SXcKRnpFVk1CTUdBMVVFQXd3TWMyaHZjQzVsZUdGdGNHeGxNQ0FYRFRJMk1URXlNVEE0TlRBek1sb1lEekl4TWpZeApNREk0TURnMU1ETXlXakFYTVJVd0V3WURWUVFEREF4emFHOXdMbVY0WVcxd2JHVXdXVEFUQmdjcWhrak9QUUlCCkJnZ3Foa2pPUFFNQkJ3TkNBQVJBVFArL0JGdUVSODZBL25GcXBjSmRvZ0lxMUJRZUlvc2kzVXZpRWkzS1JpeFcKeUxEQmY3ZGxZUGVpRVMyaWxQc2UwSUVpSmoyd3ZlVTBzdDB5SjNaZ28yd3dhakFkQmdOVkhRNEVGZ1FVL0NsawpIREl4Zklma2V0dGY3cnNiOFFobGtnd3dId1lEVlIwakJCZ3dGb0FVL0Nsa0hESXhmSWZrZXR0Zjdyc2I4UWhsCmtnd3dEd1lEVlIwVEFRSC9CQVV3QXdFQi96QVhCZ05WSFJFRUVEQU9nZ3h6YUc5d0xtVjRZVzF3YkdVd0NnWUkKS29aSXpqMEVBd0lEU0FBd1JRSWhBSVRUb09Zd1ZBbTlNNGNoU0g0SkVncDA4MnBDeTZ3Qm54RE9KUk8veGVuSgpBaUJwVlVBaDVDVXBtekVRUk5xem56TVc0WVl1UmE2Z2J0WmxvOHBQdlhYbWpBPT0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=
  tls.key: ZXhhbXBsZQ==
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [shop.example]
`,
};
