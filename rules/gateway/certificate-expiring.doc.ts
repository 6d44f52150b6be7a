import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/certificate-expiring`. */
export const certificateExpiringDoc: RuleDoc = {
  inventory: ["gw-cert-expiring"],
  what: "A certificate in a Secret of a Gateway's server, and the authority there for client certificates, is valid for the next 30 days, unless the Secret is made by an object of the input that renews it (a Certificate of cert-manager, an ExternalSecret, a SealedSecret).",
  why: "From its last day on, clients refuse the server, or the server refuses all clients. The day is known long before.",
  fails: `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: istio-system }
data:
  tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJYVENDQVFPZ0F3SUJBZ0lCQXpBS0JnZ3Foa2pPUFFRREFqQVhNUlV3RXdZRFZRUUREQXh6YUc5d0xtVjQKWVcxd2JHVXdJQmNOTWpBd01UQXhNREF3TURBd1doZ1BNakV5TURBeE1ERXdNREF3TURCYU1CY3hGVEFUQmdOVgpCQU1NREhOb2IzQXVaWGhoYlhCc1pUQlpNQk1HQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VIQTBJQUJQb1RZL0htCm5JZ1QwSS94b013UEFFUFlOVElJcFphOG12UkowSkZ2Tnl2ckJZTnZ4ek8xNWhOUEtaTzFscXlFU0gySHJzclAKU2lFZnZablRhZWtRbk1PalBqQThNQnNHQTFVZEVRUVVNQktDRUdGd2FTNXphRzl3TG1WNFlXMXdiR1V3SFFZRApWUjBPQkJZRUZHd2NZZkFROU43MXFsVmgxUSthemJUd0orRnVNQW9HQ0NxR1NNNDlCQU1DQTBnQU1FVUNJUUNBCm9EMEJmQy9BNEpUVjdtUU9TTUp3d2dyYW1pY1Evc3RHNUY5MElOb1kzd0lnRWpYQ1VPZDV0S0xXcjNqYjBPTDkKRWFyTmsyL0pUbzRoME1iUmpETHZMQlU9Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
  tls.key: ZXhhbXBsZQ==
  ca.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJLVENCMEFJQkFUQUtCZ2dxaGtqT1BRUURBakFoTVI4d0hRWURWUVFEREJaemFHOXdMbVY0WVcxd2JHVWcKWVhWMGFHOXlhWFI1TUI0WERUSXdNREV3TVRBd01EQXdNRm9YRFRJeE1ERXdNVEF3TURBd01Gb3dJVEVmTUIwRwpBMVVFQXd3V2MyaHZjQzVsZUdGdGNHeGxJR0YxZEdodmNtbDBlVEJaTUJNR0J5cUdTTTQ5QWdFR0NDcUdTTTQ5CkF3RUhBMElBQlBvVFkvSG1uSWdUMEkveG9Nd1BBRVBZTlRJSXBaYThtdlJKMEpGdk55dnJCWU52eHpPMTVoTlAKS1pPMWxxeUVTSDJIcnNyUFNpRWZ2Wm5UYWVrUW5NTXdDZ1lJS29aSXpqMEVBd0lEU0FBd1JRSWhBTWIzbEFDSgpiY3hyMWpzNFRDbWIrRGpkZWRjakM0UURNc2xLMVp4S1REVEVBaUIvOGxYeUhIdnJBZ0pvTlMwV0ZPTHpyT3BhCitkbjRWeTNVY3QxbEVGd3k3UT09Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: MUTUAL, credentialName: shop-tls }
      hosts: [api.shop.example]
`,
  passes: `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: istio-system }
data:
  tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJYVENDQVFPZ0F3SUJBZ0lCQXpBS0JnZ3Foa2pPUFFRREFqQVhNUlV3RXdZRFZRUUREQXh6YUc5d0xtVjQKWVcxd2JHVXdJQmNOTWpBd01UQXhNREF3TURBd1doZ1BNakV5TURBeE1ERXdNREF3TURCYU1CY3hGVEFUQmdOVgpCQU1NREhOb2IzQXVaWGhoYlhCc1pUQlpNQk1HQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VIQTBJQUJQb1RZL0htCm5JZ1QwSS94b013UEFFUFlOVElJcFphOG12UkowSkZ2Tnl2ckJZTnZ4ek8xNWhOUEtaTzFscXlFU0gySHJzclAKU2lFZnZablRhZWtRbk1PalBqQThNQnNHQTFVZEVRUVVNQktDRUdGd2FTNXphRzl3TG1WNFlXMXdiR1V3SFFZRApWUjBPQkJZRUZHd2NZZkFROU43MXFsVmgxUSthemJUd0orRnVNQW9HQ0NxR1NNNDlCQU1DQTBnQU1FVUNJUUNBCm9EMEJmQy9BNEpUVjdtUU9TTUp3d2dyYW1pY1Evc3RHNUY5MElOb1kzd0lnRWpYQ1VPZDV0S0xXcjNqYjBPTDkKRWFyTmsyL0pUbzRoME1iUmpETHZMQlU9Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
  tls.key: ZXhhbXBsZQ==
  ca.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJLakNCMGdJQkFqQUtCZ2dxaGtqT1BRUURBakFoTVI4d0hRWURWUVFEREJaemFHOXdMbVY0WVcxd2JHVWcKWVhWMGFHOXlhWFI1TUNBWERUSXdNREV3TVRBd01EQXdNRm9ZRHpJeE1qQXdNVEF4TURBd01EQXdXakFoTVI4dwpIUVlEVlFRRERCWnphRzl3TG1WNFlXMXdiR1VnWVhWMGFHOXlhWFI1TUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJCnpqMERBUWNEUWdBRStoTmo4ZWFjaUJQUWovR2d6QThBUTlnMU1naWxscnlhOUVuUWtXODNLK3NGZzIvSE03WG0KRTA4cGs3V1dySVJJZllldXlzOUtJUis5bWROcDZSQ2N3ekFLQmdncWhrak9QUVFEQWdOSEFEQkVBaUJBSUF2RApidm43eHRwdFVVb3NhUk5zcmNTUk5vQ2ZwbXBPKzkyeTRwQnlEd0lnZnNiNGlCQTdidmRVUEY3bm4waklHYitZCkhUditCOXN0NnluSkRpeG1zOTA9Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: MUTUAL, credentialName: shop-tls }
      hosts: [api.shop.example]
`,
};
