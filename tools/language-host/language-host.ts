import type { Children } from "./children.ts";

/** What the answers of the language host share. */
export interface LanguageHost {
  /** Where the engine serves; the handshake may set it later than the start. */
  engineAddress: string;
  /** The Zipkin endpoint that the CLI was given, or empty. */
  readonly tracing: string;
  /** Every process started on the engine's behalf. */
  readonly children: Children;
}
