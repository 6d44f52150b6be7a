import type { PolicyCondition } from "../../graph/index.ts";
import type { TextMatch } from "../../model/index.ts";
import type { Fields } from "./fields.ts";

/** A valid token of a provider, with its claims: what the filter that checks tokens has noted of the request. */
export function tokenIds({
  provider,
  issuer,
  claims,
}: Extract<PolicyCondition, { kind: "token" }>): Fields[] {
  const noted = (claim: string, value: Fields): Fields => ({
    sourced_metadata: {
      metadata_matcher: {
        filter: "envoy.filters.http.jwt_authn",
        path: [{ key: provider }, { key: claim }],
        value,
      },
    },
  });
  return [
    noted("iss", { string_match: { exact: issuer } }),
    ...claims.map(({ name, values }) =>
      noted(name, { or_match: { value_matchers: values.flatMap(valueMatchers) } }),
    ),
  ];
}

/** A claim is a text, or a list of texts. */
function valueMatchers({ kind, value }: TextMatch): Fields[] {
  const match: Fields = { string_match: { [kind]: value } };
  return [match, { list_match: { one_of: match } }];
}
