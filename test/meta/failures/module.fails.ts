throw new Error("not to be loaded");
