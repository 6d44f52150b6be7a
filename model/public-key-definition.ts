/** A public key in the form of RFC 7517. Private members do not exist here: keys of issuers stay with them. */
export type PublicKeyDefinition = RsaKeyDefinition | EcKeyDefinition | OkpKeyDefinition;

export interface RsaKeyDefinition extends KeyPropertiesDefinition {
  readonly kty: "RSA";
  readonly n: string;
  readonly e: string;
}

export interface EcKeyDefinition extends KeyPropertiesDefinition {
  readonly kty: "EC";
  readonly crv: "P-256" | "P-384" | "P-521";
  readonly x: string;
  readonly y: string;
}

export interface OkpKeyDefinition extends KeyPropertiesDefinition {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
}

export interface KeyPropertiesDefinition extends WithoutPrivateMembers {
  /** Name by which tokens choose their key. */
  readonly kid?: string;
  readonly use?: "sig";
  readonly alg?: string;
  readonly key_ops?: readonly "verify"[];
  readonly ext?: boolean;
  readonly x5c?: readonly string[];
  readonly x5u?: string;
  readonly x5t?: string;
  readonly "x5t#S256"?: string;
}

/** Members that only the owner of a key may know, so that a key with one does not compile. */
interface WithoutPrivateMembers {
  readonly d?: never;
  readonly p?: never;
  readonly q?: never;
  readonly dp?: never;
  readonly dq?: never;
  readonly qi?: never;
  readonly oth?: never;
  readonly k?: never;
}
