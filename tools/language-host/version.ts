/** The version of Pulumi whose protocol this host speaks. */
export const VERSION = "3.259.0";
