// Pulumi requires the entry through a compiler for CommonJS; plain JavaScript goes past it.
import "./pack.ts";
