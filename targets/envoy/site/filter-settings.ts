import type { DurationText } from "../../../model/index.ts";
import type { ServerAddress } from "./server-address.ts";

export const compressions = ["zstd", "brotli", "gzip"] as const;
export type Compression = (typeof compressions)[number];

/**
 * Compresses answers for clients that can read it. Whoever sends secrets and a stranger's text in one answer should
 * leave it off, because sizes give secrets away (BREACH).
 */
export interface CompressionSettings {
  /** The first one wins where a client likes several alike. Default `["brotli", "gzip"]`. */
  readonly with?: readonly [Compression, ...Compression[]];
  /** Default: text, JSON, JavaScript, XML and SVG. */
  readonly contentTypes?: readonly string[];
  /** Smaller answers stay as they are. Default 1024. */
  readonly minBytes?: number;
}

/** Takes in the whole request before the service gets any of it; a bigger one is refused (413). */
export interface BufferingSettings {
  readonly maxBytes: number;
  /** Services whose requests pass as they come. Those of gRPC always do, because streams never end. */
  readonly except?: readonly string[];
}

/** A filter of one's own. */
export type EdgeExtension = ExtensionPlace & (LuaExtension | WasmExtension);

interface ExtensionPlace {
  /** Unique among the extensions of the site. */
  readonly name: string;
  /**
   * Where it works: before anything is checked, or on what is allowed in, before it is routed. Several at one place work
   * in the order of the list. Default `routing`.
   */
  readonly before?: "access" | "routing";
}

export interface LuaExtension {
  /** The script, or a file with it: `envoy_on_request(handle)`, `envoy_on_response(handle)`. */
  readonly lua: string | { readonly file: string };
  readonly wasm?: never;
}

export interface WasmExtension {
  readonly wasm: {
    /** The module, for proxy-wasm. */
    readonly file: string;
    /** Text that the module gets as its configuration. */
    readonly configuration?: string;
    /** Where a file has several extensions. */
    readonly rootId?: string;
    /** Whether requests are refused or pass when the module fails. Default `refuse`. */
    readonly onFailure?: "refuse" | "pass";
  };
  readonly lua?: never;
}

/** A server that says who may come in. Which requests it is asked about, rules of access with `custom` say. */
export type AuthoriserSettings = AuthoriserCommon & (HttpAuthoriser | GrpcAuthoriser);

interface AuthoriserCommon {
  /** Default 500 ms. */
  readonly timeout?: DurationText;
  /** What happens to a request when the server gives no answer. Default `refuse`. */
  readonly onFailure?: "refuse" | "pass";
  /** The answer then. Default 403. */
  readonly statusOnFailure?: number;
  /** Sends so much of the request's body; a bigger one is refused (413). Default: no body. */
  readonly bodyBytes?: number;
}

export interface HttpAuthoriser {
  readonly http: ServerAddress;
  /** Before the path of the request. Default none. */
  readonly pathPrefix?: string;
  /** Headers that it sees beside method, host, path and `authorization`. */
  readonly requestHeaders?: readonly string[];
  /** Headers of its answer that the service gets. Nobody else can set them, unless they are in `requestHeaders`. */
  readonly toService?: readonly string[];
  /** Headers of its refusal that the client gets. Default: all. */
  readonly toClient?: readonly string[];
  readonly grpc?: never;
}

/** Envoy's external authorisation (`envoy.service.auth.v3`), which Open Policy Agent and others speak. */
export interface GrpcAuthoriser {
  readonly grpc: ServerAddress;
  readonly http?: never;
}
