/** A file of an image. Everything in an image belongs to root. */
export type ImageFile =
  | {
      /** Absolute path in the image. */
      readonly path: string;
      /** File on this machine whose bytes are taken; links are followed. */
      readonly source: string;
      /** Permissions. Default 0o755. */
      readonly mode?: number;
    }
  | {
      readonly path: string;
      /** The bytes themselves. */
      readonly content: string | Uint8Array;
      /** Permissions. Default 0o644. */
      readonly mode?: number;
    }
  | {
      readonly path: string;
      /** Target of a symbolic link. */
      readonly link: string;
    }
  | {
      readonly path: string;
      readonly directory: true;
      /** Permissions. Default 0o755. */
      readonly mode?: number;
    };

/** What an image holds and how it is started. */
export interface ImageSpec {
  /** Full name with registry, for example `docker.io/heddle/sample`. */
  readonly name: string;
  readonly tag: string;
  readonly files: readonly ImageFile[];
  readonly entrypoint: readonly string[];
  readonly command?: readonly string[];
  /** `uid:gid`. Default root. */
  readonly user?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly workdir?: string;
}

/** An image as a file that containerd can import. */
export interface ImageArchive {
  /** Name with tag. */
  readonly reference: string;
  /** Digest of the manifest, `sha256:…`: equal digests are equal images. */
  readonly digest: string;
  /** Path of the archive in the user's cache. */
  readonly path: string;
}
